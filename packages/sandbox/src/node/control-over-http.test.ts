import { afterEach, expect, test, vi } from 'vitest'
import { createSandboxClient, DEFAULT_API_KEY, SandboxError } from '../index.ts'
import { startSandbox } from '../node.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A sandbox on a port, as another process sees it. */
async function startRemote() {
  const { origin, close, sandbox } = await startSandbox({ port: 0, seed: 1 })
  ends.push(close)
  const client = createSandboxClient({ origin })
  const [company] = await client.seed({
    companies: [{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }] }],
  })
  const api = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}/v2.2${path}`, { headers: { 'X-API-Key': DEFAULT_API_KEY }, ...init })
  const create = () => api(`/invitation/company/${company?.id}`, { method: 'POST', body: '{}' })
  return { origin, client, api, create, sandbox, close }
}

test('time is steered from outside', async () => {
  const { client, create, api } = await startRemote()
  await client.freezeTime()
  const { now } = await client.time()
  await client.advanceTime({ ms: 48 * 3_600_000 })
  await client.setClockSkew({ ms: -60_000 })
  expect(await client.time()).toMatchObject({
    now: now + 48 * 3_600_000 - 60_000,
    frozen: true,
    skewMs: -60_000,
  })
  const { createdAt } = await (await create()).json()
  expect(Date.parse(createdAt)).toBe(Math.floor((now + 48 * 3_600_000 - 60_000) / 1000) * 1000)
  expect(Date.parse((await api('/ping')).headers.get('date') ?? '')).toBe(Date.parse(createdAt))
  await client.resumeTime()
  expect(await client.time()).toMatchObject({ frozen: false })
})

test('faults are steered from outside', async () => {
  const { client, api } = await startRemote()
  const id = await client.addFault({ kind: 'status', code: 503, route: 'GET /ping' })
  expect((await api('/ping')).status).toBe(503)
  expect(await client.faults()).toEqual([{ id, kind: 'status', code: 503, route: 'GET /ping', hits: 1 }])
  await client.clearFaults({ id })
  expect((await api('/ping')).status).toBe(200)
  await client.addFault({ kind: 'html' })
  await client.clearFaults()
  expect(await client.faults()).toEqual([])
})

test('the rest of the control is there too', async () => {
  const { client, create } = await startRemote()
  const { id } = await (await create()).json()
  await client.setCheckDelay({ delayMs: 5 })
  await client.fulfillInvitation({ invitationId: id })
  await client.expireInvitation({ invitationId: id })
  await client.revokeInvitation({ invitationId: id })
  expect(await client.stats()).toMatchObject({ invitationsCreated: 1 })
  const snapshot = await client.snapshot()
  expect(snapshot.invitations).toMatchObject([{ id, status: 'REVOKED' }])
  await client.seed({
    companies: [{ name: 'Kestrel', connections: [{ provider: 'cascadia-power', status: 'PENDING' }] }],
  })
  const connectionId = String((await client.snapshot()).connections[0]?.id)
  await client.setConnectionStatus({ connectionId, status: 'WEBSITE_DOWN', sendWebhook: false })
  expect((await client.snapshot()).connections).toMatchObject([{ status: 'WEBSITE_DOWN' }])
  await client.reset()
  expect(await client.snapshot()).toMatchObject({
    companies: [],
    sites: [],
    connections: [],
    invitations: [],
  })
})

test('mistakes come back in the sandbox’s own words', async () => {
  const { client, origin, sandbox, close } = await startRemote()
  const wrong = { kind: 'drop', route: 'hosted' } as const
  let said = ''
  try {
    await sandbox.control.addFault(wrong)
  } catch (error) {
    said = error instanceof SandboxError ? error.message : ''
  }
  expect(said).toContain('does not fit the hosted page')
  await expect(client.addFault(wrong)).rejects.toMatchObject({
    name: 'SandboxError',
    code: 'invalid',
    message: said,
  })
  await expect(client.expireInvitation({ invitationId: 'nope' })).rejects.toMatchObject({
    code: 'not_found',
    message: 'The sandbox has no invitation nope.',
  })
  await expect(client.advanceTime({ ms: -1 })).rejects.toMatchObject({ code: 'invalid' })
  await close()
  await expect(client.time()).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining(origin),
  })
  expect(() => createSandboxClient({ origin: 'somewhere' })).toThrow(SandboxError)
})

test.each([
  ['drop', 0],
  ['lost-answer', 1],
] as const)('on a port, %s ends the connection without an answer', async (kind, made) => {
  const { client, create, sandbox } = await startRemote()
  await client.addFault({ kind, times: 1 })
  await expect(create()).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
  expect((await sandbox.control.snapshot()).invitations).toHaveLength(made)
  expect((await create()).status).toBe(201)
})

test('on a port, a truncated body ends before the length that was promised', async () => {
  const { client, api } = await startRemote()
  await client.addFault({ kind: 'truncated' })
  const response = await api('/company')
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow('terminated')
})

test('on a port, a hanging request ends with its client, or with the sandbox', async () => {
  const { client, api, close } = await startRemote()
  await client.addFault({ kind: 'hang' })
  const leaving = new AbortController()
  const left = api('/ping', { signal: leaving.signal })
  const stays = api('/company')
  await vi.waitFor(async () => expect(await client.faults()).toMatchObject([{ hits: 2 }]))
  leaving.abort()
  await expect(left).rejects.toMatchObject({ name: 'AbortError' })
  const ended = expect(stays).rejects.toThrow('fetch failed')
  await close()
  await ended
})
