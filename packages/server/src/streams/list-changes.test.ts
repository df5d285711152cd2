import { changesResponse } from '@nectar-connect/contract/wire'
import { expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { record, seen } from '../testing/conformance/store-suite.ts'
import { deliver, SECRET, statusEvent } from '../testing/deliver.ts'
import { ABSENT, COMPANY, CONNECTION, json, OTHER_COMPANY, OTHER_CONNECTION } from '../testing/fake-nectar.ts'
import { createHarness, outcomeOf } from '../testing/harness.ts'

async function createWithHistory(length: number) {
  const harness = createHarness({ webhookSecret: SECRET })
  for (let n = 0; n < length; n += 1) {
    await deliver(harness, statusEvent(`S${n}`, `10:${String(n).padStart(2, '0')}:00.000001`))
  }
  return harness
}

test('a history is told newest first, as far as it is asked for, and names no company', async () => {
  const { get } = await createWithHistory(3)
  const body = await (await get(`/connections/${CONNECTION.toUpperCase()}/changes?limit=2`)).json()
  expect(changesResponse(body)).toEqual(body)
  expect(body).toMatchObject({
    changes: [
      { from: 'S1', to: 'S2', connectionId: CONNECTION, at: '2026-11-24T10:02:00.000001Z' },
      { from: 'S0', to: 'S1' },
    ],
    hasMore: true,
  })
  expect(JSON.stringify(body)).not.toContain(COMPANY)
})

test('of a long one the newest fifty come', async () => {
  const { get } = await createWithHistory(52)
  const body = changesResponse(await (await get(`/connections/${CONNECTION}/changes`)).json())
  expect([body.changes.length, body.hasMore, body.changes[0]?.to]).toEqual([50, true, 'S51'])
  const all = changesResponse(await (await get(`/connections/${CONNECTION}/changes?limit=9999`)).json())
  expect([all.changes.length, all.hasMore]).toEqual([52, false])
})

test('never more than two hundred come at once', async () => {
  const store = createMemoryStore({ observationsPerConnection: 500 })
  for (let n = 0; n < 201; n += 1) {
    const { sortKey, ...observation } = seen(CONNECTION, `S${n}`, 1, `e${n}`)
    await record(store, {
      ...observation,
      companyId: COMPANY,
      sortKey: `${String(n).padStart(3, '0')} ${sortKey}`,
    })
  }
  const { get } = createHarness({ store })
  const body = changesResponse(await (await get(`/connections/${CONNECTION}/changes?limit=201`)).json())
  expect([body.changes.length, body.hasMore]).toEqual([200, true])
})

test.each(['0', '-1', 'x', '', '1.5', '99999'])('limit=%s is refused', async (limit) => {
  const { get } = createHarness()
  const response = await get(`/connections/${CONNECTION}/changes?limit=${limit}`)
  expect(await outcomeOf(response)).toBe('400 invalid_request')
})

test('one that is recorded is told while Nectar is down', async () => {
  const { get, fake } = await createWithHistory(1)
  fake.on('GET', '/', () => json({}, 403))
  expect((await get(`/connections/${CONNECTION}/changes`)).status).toBe(200)
  expect(fake.requests).toEqual([])
})

test('one of another company looks like one that does not exist', async () => {
  const harness = createHarness({ webhookSecret: SECRET })
  const theirs = { id: OTHER_CONNECTION, company: { id: OTHER_COMPANY } }
  await deliver(harness, statusEvent('PENDING', '10:00:00', theirs))
  const headers = { 'nectar-connect-reference': 'NC-7F3K-92QD' }
  const everything = async (id: string) => {
    const response = await harness.get(`/connections/${id}/changes`, { headers })
    return JSON.stringify([response.status, [...response.headers], await response.text()])
  }
  expect(await everything(OTHER_CONNECTION)).toContain('not_found')
  expect(await everything(OTHER_CONNECTION)).toBe(await everything(ABSENT))
})
