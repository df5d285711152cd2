import { describe, expect, test } from 'vitest'
import { createBench } from '../testing/bench.ts'

const SCOPED = { 'X-API-Key': 'of-kestrel' }

/** Two companies, and a key that sees the second one only. */
async function createScopedBench() {
  const bench = createBench({}, [{ provider: 'cascadia-power', status: 'CONNECTED' }])
  const [kestrel] = await bench.sandbox.control.seed({
    companies: [{ name: 'Kestrel Cold Storage', externalId: 'kestrel' }],
  })
  await bench.sandbox.control.addApiKey({ key: 'of-kestrel', companies: ['kestrel'] })
  return { ...bench, kestrel: kestrel?.id ?? '' }
}

describe('a key that sees one company', () => {
  test('lists and reads that one', async () => {
    const { api, kestrel } = await createScopedBench()
    expect((await api('GET', '/company', undefined, SCOPED)).body).toMatchObject([{ id: kestrel }])
    expect((await api('GET', `/company/${kestrel}`, undefined, SCOPED)).status).toBe(200)
    expect((await api('POST', `/invitation/company/${kestrel}`, {}, SCOPED)).status).toBe(201)
    expect((await api('GET', '/company')).body).toHaveLength(2)
  })

  test('answers 403 for everything of another, and makes none', async () => {
    const { api, company, invite, sandbox } = await createScopedBench()
    const { id: invitation } = await invite()
    const connection = company.connectionIds[0]
    const calls: [string, string, unknown?][] = [
      ['GET', `/company/${company.id}`],
      ['GET', `/site/${company.siteIds[0]}`],
      ['POST', `/site/company/${company.id}`, { name: 'Hall' }],
      ['GET', `/connection/company/${company.id}`],
      ['GET', `/connection/${connection}/details`],
      ['GET', `/invitation/company/${company.id}`],
      ['POST', `/invitation/company/${company.id}`, {}],
      ['POST', `/invitation/connection/${connection}`, {}],
      ['GET', `/invitation/${invitation}`],
      ['POST', `/invitation/${invitation}/revoke`],
      ['POST', '/company', { name: 'Another' }],
    ]
    const read = async () => ({ ...(await sandbox.control.snapshot()), stats: null })
    const before = await read()
    for (const [method, path, body] of calls) {
      const answer = await api(method, path, body, SCOPED)
      expect(answer, `${method} ${path}`).toMatchObject({ status: 403, body: { detail: expect.any(String) } })
    }
    expect(await read()).toEqual(before)
  })
})

test('a key is rotated: both are good for a while, then only the new one, and a reset brings back the first', async () => {
  const { api, sandbox } = createBench()
  const ping = async (key: string) => (await api('GET', '/ping', undefined, { 'X-API-Key': key })).status
  await sandbox.control.addApiKey({ key: 'new' })
  expect([await ping('nectar-sandbox-key'), await ping('new')]).toEqual([200, 200])
  await sandbox.control.removeApiKey({ key: 'nectar-sandbox-key' })
  expect([await ping('nectar-sandbox-key'), await ping('new')]).toEqual([401, 200])
  await expect(sandbox.control.removeApiKey({ key: 'nectar-sandbox-key' })).rejects.toThrow('no such key')
  await expect(sandbox.control.addApiKey({ key: ' ' })).rejects.toThrow('empty')
  await sandbox.control.reset()
  expect([await ping('nectar-sandbox-key'), await ping('new')]).toEqual([200, 401])
})

test('several mistakes are said field by field, a single one in a sentence', async () => {
  const { api, company } = createBench()
  const path = `/invitation/company/${company.id}`
  const several = await api('POST', path, { maxUses: 0, expiresInSeconds: 5, prefill: { country: 'x' } })
  expect(several.status).toBe(400)
  expect(several.body.detail).toEqual([
    { loc: ['body', 'expiresInSeconds'], msg: 'expiresInSeconds: must be at least 60.' },
    { loc: ['body', 'maxUses'], msg: 'maxUses: must be at least 1.' },
    { loc: ['body', 'prefill', 'country'], msg: 'prefill.country: is not a valid value.' },
  ])
  expect((await api('POST', path, { maxUses: 0 })).body).toEqual({ detail: 'maxUses: must be at least 1.' })
})
