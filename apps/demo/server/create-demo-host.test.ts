import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SitesAnswer } from '../wire/host-api.ts'
import { harrowLane } from './fixtures/harrow-lane.ts'
import { API_KEY, createTestHost, postJson, type TestHost } from './testing/test-host.ts'

interface Connections {
  connections: { id: string; providerName: string | null; status: string; sites: { name: string | null }[] }[]
  permissions: Record<string, boolean>
  administratorNames: string[]
}

const createRequest = (idempotencyKey: string) =>
  postJson({ kind: 'contributor', reason: 'first', idempotencyKey })
const ATTEMPT = '7d4f0d5e-54a0-4d0f-9b8e-1f6f5f0b5a01'

let host: TestHost
beforeEach(async () => {
  host = await createTestHost()
})
afterEach(() => host.sandbox.close())

async function connectionsOf(cookie: string): Promise<Connections> {
  const response = await host.call('/api/nectar/connections', { cookie })
  expect(response.status).toBe(200)
  return (await response.json()) as Connections
}

describe('what a company sees', () => {
  test('Harrow Lane has its eleven utilities, two of which need somebody', async () => {
    const { connections, permissions } = await connectionsOf(await host.signIn('harrow-lane'))
    expect(connections).toHaveLength(11)
    const needing = connections.filter(({ status }) => /PASSWORD_INCORRECT|MFA_TOKEN_EXPIRED/.test(status))
    expect(needing.map(({ providerName }) => providerName).sort()).toEqual([
      'Coast Range Gas',
      'Three Rivers Water District',
    ])
    expect(new Set(Object.values(permissions))).toEqual(new Set([true]))
  })

  test('Kestrel has none, and none of Harrow Lane’s', async () => {
    const harrow = await connectionsOf(await host.signIn('harrow-lane'))
    const cookie = await host.signIn('kestrel')
    expect((await connectionsOf(cookie)).connections).toEqual([])
    const [first] = harrow.connections
    const response = await host.call(`/api/nectar/connections/${first?.id}`, { cookie })
    expect(response.status).toBe(404)
  })

  test('the scope changes with the company', async () => {
    const scopeOf = async (cookie: string) =>
      (await host.call('/api/nectar/connections', { cookie })).headers.get('nectar-connect-scope')
    const harrow = await host.signIn('harrow-lane')
    const scope = await scopeOf(harrow)
    expect(scope).toBeTruthy()
    expect(await scopeOf(harrow)).toBe(scope)
    expect(await scopeOf(await host.signIn('kestrel'))).not.toBe(scope)
  })

  test('sites carry the ids that connections name', async () => {
    const cookie = await host.signIn('harrow-lane')
    const answer = (await (await host.call('/sites', { cookie })).json()) as SitesAnswer
    expect(answer.month).toBe('2026-10')
    expect(answer.sites.map(({ code }) => code)).toEqual(harrowLane.sites.map(({ code }) => code))
    const known = new Set(answer.sites.map(({ name }) => name))
    const named = (await connectionsOf(cookie)).connections.flatMap(({ sites }) => sites)
    expect(named.every(({ name }) => name !== null && known.has(name))).toBe(true)
    const kestrel = (await (
      await host.call('/sites', { cookie: await host.signIn('kestrel') })
    ).json()) as SitesAnswer
    expect(kestrel.sites).toHaveLength(6)
  })
})

describe('what somebody may do', () => {
  test('who may do everything gets an invitation on the sandbox’s page', async () => {
    const cookie = await host.signIn('harrow-lane')
    const response = await host.call('/api/nectar/invitations', { ...createRequest(ATTEMPT), cookie })
    expect(response.status).toBeLessThan(300)
    expect(await response.json()).toMatchObject({
      kind: 'contributor',
      status: 'ACTIVE',
      maxUses: 1,
      url: expect.stringMatching(/^http:\/\/localhost:4400\/p\/i\//),
    })
    expect((await host.sandbox.control.stats()).invitationsCreated).toBe(1)
  })

  test('who may only look cannot create, nor reconnect, and is told whom to ask', async () => {
    const cookie = await host.signIn('harrow-lane', 'view')
    const { connections, permissions, administratorNames } = await connectionsOf(cookie)
    expect(permissions).toMatchObject({
      view: true,
      connect: false,
      reconnect: false,
      invite: false,
      revoke: false,
    })
    expect(administratorNames).toEqual(['Maren Oyelaran'])
    const connectionId = connections[0]?.id
    for (const request of [
      createRequest(ATTEMPT),
      postJson({ kind: 'reconnect', connectionId, reason: 'first', idempotencyKey: ATTEMPT }),
    ]) {
      const response = await host.call('/api/nectar/invitations', { ...request, cookie })
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({
        code: 'not_allowed',
        administratorNames: ['Maren Oyelaran'],
      })
    }
    expect((await host.sandbox.control.stats()).invitationsCreated).toBe(0)
  })

  test('a connection of another company cannot be mended', async () => {
    const harrow = await connectionsOf(await host.signIn('harrow-lane'))
    const connectionId = harrow.connections[0]?.id
    const response = await host.call('/api/nectar/invitations', {
      ...postJson({ kind: 'reconnect', connectionId, reason: 'first', idempotencyKey: ATTEMPT }),
      cookie: await host.signIn('kestrel'),
    })
    expect(response.status).toBe(404)
    expect((await host.sandbox.control.stats()).invitationsCreated).toBe(0)
  })

  test.each([
    ['GET', '/sites'],
    ['GET', '/api/nectar/connections'],
    ['GET', '/api/nectar/invitations/shared'],
    ['POST', '/api/nectar/invitations'],
  ])('without a session %s %s answers 401', async (method, path) => {
    const init = method === 'POST' ? createRequest(ATTEMPT) : {}
    expect((await host.call(path, init)).status).toBe(401)
    expect((await host.call(path, { ...init, cookie: 'plumbline_session=made-up' })).status).toBe(401)
  })

  test('another origin cannot create with somebody’s cookie', async () => {
    const response = await host.call('/api/nectar/invitations', {
      ...createRequest(ATTEMPT),
      headers: { 'content-type': 'application/json', origin: 'http://localhost:4400' },
      cookie: await host.signIn('harrow-lane'),
    })
    expect(response.status).toBe(403)
    expect((await host.sandbox.control.stats()).invitationsCreated).toBe(0)
  })
})

test('the API key is in no answer and no log line', async () => {
  const cookie = await host.signIn('harrow-lane')
  const requests: [string, RequestInit][] = [
    ['/', {}],
    ['/session', {}],
    ['/sites', {}],
    ['/api/nectar/connections', {}],
    ['/api/nectar/health', {}],
    ['/api/nectar/nothing', {}],
    ['/api/nectar/invitations', createRequest(ATTEMPT)],
    ['/api/nectar/invitations', {}],
    ['/api/nectar/webhooks', postJson({})],
  ]
  for (const [path, init] of requests) {
    const response = await host.call(path, { ...init, cookie })
    expect(`${JSON.stringify([...response.headers])} ${await response.text()}`).not.toContain(API_KEY)
  }
  expect(host.log.join('\n')).not.toContain(API_KEY)
})

test('a company that Nectar does not know yet is registered there once', async () => {
  await host.sandbox.control.reset()
  const cookie = await host.signIn('kestrel')
  await Promise.all([host.call('/sites', { cookie }), host.call('/api/nectar/connections', { cookie })])
  expect((await host.sandbox.control.snapshot()).companies).toMatchObject([
    { name: 'Kestrel Cold Storage', externalId: 'kestrel' },
  ])
})

test('when Nectar turns Plumbline away, the answer says no more than that it failed', async () => {
  const reason = 'The key of Plumbline has been switched off'
  const cut = await createTestHost({ fetch: async () => Response.json({ detail: reason }, { status: 401 }) })
  const cookie = await cut.signIn('harrow-lane')
  const response = await cut.call('/sites', { cookie })
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ error: 'Something went wrong. Try again.' })
  const connections = await cut.call('/api/nectar/connections', { cookie })
  expect(connections.status).toBeGreaterThanOrEqual(500)
  expect(await connections.text()).not.toContain(reason)
  cut.sandbox.close()
})
