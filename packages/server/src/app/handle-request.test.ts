import { check, connectionsResponse, healthResponse, isRequestId } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { SECRET } from '../testing/deliver.ts'
import { COMPANY, OTHER_COMPANY } from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest, outcomeOf } from '../testing/harness.ts'

const APP = 'https://app.example.com'
const ADMIN = 'https://admin.example.com'

describe('the origin of a request that changes something', () => {
  const noFetchSite = { 'sec-fetch-site': '' }
  test.each([
    ['same-origin', {}, 200],
    ['the public origin, old browser', { ...noFetchSite, origin: APP }, 200],
    ['an allowed origin of the same site', { 'sec-fetch-site': 'same-site', origin: ADMIN }, 200],
    ['an allowed origin of another site', { 'sec-fetch-site': 'cross-site', origin: ADMIN }, 200],
    ['a foreign origin', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['a sibling', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.com' }, 403],
    ['an opaque origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 403],
    ['the host that the proxy calls', { ...noFetchSite, origin: 'http://internal:3000' }, 403],
    ['the public origin on another port', { ...noFetchSite, origin: `${APP}:444` }, 403],
    ['nothing said', noFetchSite, 403],
    ['an address typed in', { 'sec-fetch-site': 'none' }, 403],
  ])('%s', async (_, headers, status) => {
    const harness = createHarness({ publicOrigin: `${APP}/`, allowedOrigins: [ADMIN] })
    const response = await harness.post('/invitations', invitationRequest(), { headers })
    expect(response.status).toBe(status)
    expect(harness.fake.count('POST')).toBe(status === 200 ? 1 : 0)
  })

  test('says in the log how to allow it', async () => {
    const harness = createHarness()
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect(await outcomeOf(await harness.post('/invitations', invitationRequest(), { headers }))).toBe(
      '403 origin_not_allowed',
    )
    expect(harness.logText()).toContain("publicOrigin: 'https://evil.example'")
  })
})

describe('CORS', () => {
  const preflight = (origin: string) => ({ method: 'OPTIONS', headers: { origin } })
  const refuseToAsk = () => {
    throw new Error('asked')
  }

  test('a preflight of an allowed origin is answered without asking who it is', async () => {
    const harness = createHarness({ allowedOrigins: [ADMIN], authorize: refuseToAsk })
    const { status, headers } = await harness.get('/invitations', preflight(ADMIN))
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, ADMIN])
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    expect(headers.get('access-control-allow-methods')).toContain('POST')
    expect(headers.get('access-control-allow-headers')).toContain('nectar-connect-reference')
    expect(harness.logText()).not.toContain('asked')
  })

  test('an allowed origin may send what it asks for: a bearer token, a CSRF token, our own; nothing that is no name', async () => {
    const { get } = createHarness({ allowedOrigins: [ADMIN], authorize: refuseToAsk })
    const asked = 'Authorization, X-CSRF-Token,nectar-connect-protocol, b\u00e4d, two words, '
    const { headers } = await get('/connections', {
      method: 'OPTIONS',
      headers: { origin: ADMIN, 'access-control-request-headers': asked },
    })
    expect(headers.get('access-control-allow-headers')?.split(', ')).toEqual([
      'content-type',
      'last-event-id',
      'nectar-connect-protocol',
      'nectar-connect-reference',
      'authorization',
      'x-csrf-token',
    ])
    expect(headers.get('vary')).toBe('Origin, Access-Control-Request-Headers')
  })

  test('a preflight of a foreign origin is refused', async () => {
    const harness = createHarness({ allowedOrigins: [ADMIN], authorize: refuseToAsk })
    const response = await harness.get('/invitations', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-headers': 'authorization' },
    })
    expect(response.headers.has('access-control-allow-headers')).toBe(false)
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
    expect(await outcomeOf(response)).toBe('403 origin_not_allowed')
  })

  test.each([ADMIN, 'https://evil.example'])('answers to %s', async (origin) => {
    const { get } = createHarness({ allowedOrigins: [ADMIN] })
    const { headers } = await get('/connections', { headers: { origin } })
    expect(headers.get('access-control-allow-origin')).toBe(origin === ADMIN ? ADMIN : null)
    expect(headers.get('access-control-expose-headers')?.includes('nectar-connect-scope') ?? false).toBe(
      origin === ADMIN,
    )
    expect(headers.get('vary')).toBe('Origin')
  })
})

describe('the reference', () => {
  test('that a request proposes is adopted, in header, problem and log', async () => {
    const harness = createHarness({ authorize: () => null, webhookSecret: SECRET })
    const response = await harness.get('/connections', {
      headers: { 'nectar-connect-reference': 'NC-7F3K-92QD' },
    })
    expect(response.headers.get('nectar-connect-reference')).toBe('NC-7F3K-92QD')
    expect(await response.json()).toMatchObject({ requestId: 'NC-7F3K-92QD' })
    expect(harness.logs.map(({ fields }) => fields.reference)).toEqual(['NC-7F3K-92QD'])
  })

  test('is made where none, or a wrong one, is proposed', async () => {
    const { get } = createHarness()
    const response = await get('/connections', { headers: { 'nectar-connect-reference': '<script>' } })
    expect(isRequestId(response.headers.get('nectar-connect-reference') ?? '')).toBe(true)
  })

  test('stands in every line about a request', async () => {
    const harness = createHarness({ webhookSecret: SECRET })
    harness.fake.on('GET', '/connection', () => new Response('<html>', { status: 500 }))
    await harness.get('/connections', { headers: { 'nectar-connect-reference': 'NC-7F3K-92QD' } })
    expect(harness.logs.length).toBeGreaterThan(2)
    expect(new Set(harness.logs.map(({ fields }) => fields.reference))).toEqual(new Set(['NC-7F3K-92QD']))
  })
})

describe('the scope', () => {
  const scopeOf = async (companyId: string | null, userId: string) => {
    const harness = createHarness({ authorize: () => ({ companyId, userId }) })
    return (await harness.get('/connections')).headers.get('nectar-connect-scope')
  }

  test('is one for one user in one company, on every server', async () => {
    expect(await scopeOf(COMPANY, 'a')).toMatch(/^[0-9a-f]{32}$/)
    expect(await scopeOf(COMPANY, 'a')).toBe(await scopeOf(COMPANY.toUpperCase(), 'a'))
  })

  test('is another for another user or company', async () => {
    const scopes = [
      await scopeOf(COMPANY, 'a'),
      await scopeOf(COMPANY, 'b'),
      await scopeOf(OTHER_COMPANY, 'a'),
      await scopeOf(null, 'a'),
    ]
    expect(new Set(scopes).size).toBe(4)
  })

  test('stays the same while an API key is being replaced', async () => {
    const scopeUnder = async (apiKey: string) => {
      const harness = createHarness({ apiKey }, (fake) => fake.keys.add(apiKey))
      return (await harness.get('/connections')).headers.get('nectar-connect-scope')
    }
    const before = await scopeUnder('test-key-1')
    expect(before).not.toBeNull()
    expect(await scopeUnder('test-key-2')).toBe(before)
  })

  test('is not told to somebody who is not signed in', async () => {
    const { get } = createHarness({ authorize: () => null })
    expect((await get('/connections')).headers.has('nectar-connect-scope')).toBe(false)
  })
})

describe('every response', () => {
  test.each(['/connections', '/nothing', '/health'])('of %s has the common headers', async (path) => {
    const { get } = createHarness()
    const { headers } = await get(path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('nectar-connect-protocol')).toBe('1.0')
  })

  test('to HEAD is that to GET without its body', async () => {
    const { get } = createHarness()
    const [head, full] = [await get('/connections', { method: 'HEAD' }), await get('/connections')]
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-type')).toBe(full.headers.get('content-type'))
    expect(check.readAs(connectionsResponse, await full.json()) !== null).toBe(true)
  })
})

test('health says nothing about anybody and needs no session', async () => {
  const { get } = createHarness({ apiKey: undefined, authorize: undefined as never })
  expect(healthResponse(await (await get('/health')).json())).toEqual({
    status: 'ok',
    protocol: '1.0',
    webhooks: 'not_configured',
    lastWebhookAt: null,
  })
})

test.each(['/api/nectar', 'backend/', '/', ''])('it can be mounted at %j', async (basePath) => {
  const { nectar } = createHarness({ basePath })
  const base = `/${basePath.replace(/^\/|\/$/g, '')}`.replace(/\/$/, '')
  expect((await nectar.handler(new Request(`http://x${base}/health`))).status).toBe(200)
  expect((await nectar.handler(new Request(`http://x${base}/health/`))).status).toBe(200)
  expect((await nectar.handler(new Request('http://x/elsewhere/health'))).status).toBe(404)
})
