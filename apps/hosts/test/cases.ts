import { expect } from 'vitest'
import type { Host } from './host.ts'
import { rawGet, type Visit } from './nectar.ts'
import { readEvents } from './read-events.ts'

export interface Case {
  name: string
  /** Left out: for every host. */
  appliesTo?: (host: Host) => boolean
  run(visit: Visit): Promise<void>
}

const streaming = (host: Host) => host.streams

/** How JSON may look that means the same: what an adapter parses and writes anew no longer fits its signature. */
const ODD_BODIES: readonly [string, (event: Record<string, unknown>) => string][] = [
  ['compact', (event) => JSON.stringify(event)],
  ['indented by tabs', (event) => JSON.stringify(event, null, '\t')],
  [
    'with the line ends of Windows and spaces around it',
    (event) => ` \r\n ${JSON.stringify(event, null, 2).replaceAll('\n', '\r\n')} \r\n`,
  ],
  [
    'with characters beyond ASCII, decomposed and escaped',
    (event) => `{"note":"Zoe\u0308 ⚡ 電力 \\u00e9\\/","price":1.00,${JSON.stringify(event).slice(1)}`,
  ],
  ['with a key twice', (event) => `{"status":"OTHER",${JSON.stringify(event).slice(1)}`],
  [
    'of 200 kB',
    (event) => JSON.stringify({ padding: 'ö'.repeat(50_000), more: ' '.repeat(100_000), ...event }),
  ],
]

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return (await response.json()) as { code: string; requestId: string }
}

/** The body of a request for an invitation. */
export const invitationRequest = () =>
  JSON.stringify({ idempotencyKey: crypto.randomUUID(), reason: 'first', kind: 'contributor' })

/** What every adapter has to get right, whatever it is built on. */
export const CASES: readonly Case[] = [
  {
    name: 'an invitation is created',
    async run({ post }) {
      const response = await post('/invitations', invitationRequest())
      expect([response.status, await response.json()]).toMatchObject([200, { status: 'ACTIVE' }])
      expect(response.headers.get('cache-control')).toBe('no-store')
    },
  },
  {
    name: 'an answer in JSON has all of its headers',
    async run({ get }) {
      const response = await get('/connections', { headers: { 'nectar-connect-reference': 'NC-7F3K-92QD' } })
      expect([response.status, await response.json()]).toMatchObject([200, { connections: [{}] }])
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'nectar-connect-protocol': expect.stringMatching(/^\d+\.\d+$/),
        'nectar-connect-reference': 'NC-7F3K-92QD',
        'nectar-connect-scope': expect.stringMatching(/\S/),
        vary: expect.stringContaining('Origin'),
      })
      // What middleware makes of headers that it takes for something else.
      expect([...response.headers.keys()].filter((name) => name.length === 1)).toEqual([])
    },
  },
  {
    name: 'a list of 400 connections arrives whole',
    async run({ get, nectar }) {
      const { companyId } = await nectar.makeCompany(400)
      const response = await get('/connections', { headers: { cookie: `company=${companyId}; user=u-1` } })
      const { connections } = (await response.json()) as { connections: unknown[] }
      expect([response.status, connections.length]).toEqual([200, 400])
    },
  },
  {
    name: 'a page of an allowed origin may ask ahead, and is answered',
    appliesTo: (host) => host.allowsApp,
    async run({ get, post }) {
      const origin = 'https://app.example'
      const asked = {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-csrf',
      }
      const preflight = await get('/invitations', { method: 'OPTIONS', headers: asked })
      expect([preflight.status, await preflight.text()]).toEqual([204, ''])
      expect(Object.fromEntries(preflight.headers)).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': expect.stringContaining('x-csrf'),
      })
      const response = await post('/invitations', invitationRequest(), {
        headers: { origin, 'sec-fetch-site': 'cross-site' },
      })
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin])
    },
  },
  {
    name: 'a page of any other origin may not',
    async run({ get }) {
      const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
      const preflight = await get('/invitations', { method: 'OPTIONS', headers })
      expect([preflight.status, (await problemOf(preflight)).code]).toEqual([403, 'origin_not_allowed'])
      expect(preflight.headers.has('access-control-allow-origin')).toBe(false)
    },
  },
  {
    name: 'a page that leaves before the answer costs nobody theirs',
    async run({ get }) {
      const gone = new AbortController()
      const asked = get('/connections', { signal: gone.signal }).catch(() => 'left')
      gone.abort()
      expect(await asked).toBe('left')
      expect((await get('/connections')).status).toBe(200)
    },
  },
  {
    name: 'HEAD has the headers of GET, and no body',
    async run({ get }) {
      const response = await get('/health', { method: 'HEAD' })
      expect([response.status, await response.text()]).toEqual([200, ''])
      expect(response.headers.get('nectar-connect-protocol')).toMatch(/^\d+\.\d+$/)
    },
  },
  {
    name: 'OPTIONS says what a path takes',
    async run({ get }) {
      const response = await get('/invitations', { method: 'OPTIONS' })
      expect([response.status, await response.text()]).toEqual([204, ''])
      expect(response.headers.get('allow')).toBe('POST, OPTIONS')
    },
  },
  {
    name: 'a method that no route has is refused',
    async run({ get, host }) {
      const response = await get('/health', { method: 'DELETE' })
      expect(response.status).toBe(405)
      if (!host.foreignMethods) return
      expect((await problemOf(response)).code).toBe('method_not_allowed')
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    },
  },
  {
    name: 'a path that is none is a problem with a reference',
    async run({ get }) {
      const response = await get('/nothing', { headers: { 'nectar-connect-reference': 'NC-7F3K-92QD' } })
      expect(response.status).toBe(404)
      const { code, requestId } = await problemOf(response)
      expect(code).toBe('not_found')
      expect(requestId).toMatch(/^NC-/)
    },
  },
  {
    name: 'who is not signed in is told so',
    async run({ get }) {
      const response = await get('/connections', { headers: { cookie: '' } })
      expect([response.status, (await problemOf(response)).code]).toEqual([401, 'unauthenticated'])
    },
  },
  {
    name: 'cookies in several lines are all there',
    async run({ running, host, companyId }) {
      const url = `${running.origin}${host.basePath}/connections`
      const { status, text } = await rawGet(url, ['cookie', 'user=u-1', 'cookie', `company=${companyId}`])
      expect([status, text]).toEqual([200, expect.stringContaining('Café Straße')])
    },
  },
  {
    name: 'what the host itself sets is still there',
    appliesTo: (host) => host.ownCookies,
    async run({ get }) {
      const response = await get('/health')
      expect(response.headers.getSetCookie()).toEqual(expect.arrayContaining(['first=1', 'second=2']))
      expect(response.headers.get('content-type')).toBe('application/json')
    },
  },
  {
    name: 'a body that is no JSON is refused',
    async run({ post, host }) {
      const response = await post('/invitations', '{"idempotencyKey": ')
      expect(response.status).toBe(400)
      if (!host.parsesFirst) expect((await problemOf(response)).code).toBe('invalid_request')
    },
  },
  {
    name: 'a body that is too large is refused, and the next request is answered',
    async run({ post, get }) {
      const response = await post('/invitations', ' '.repeat(20_000) + invitationRequest())
      expect([response.status, (await problemOf(response)).code]).toEqual([413, 'payload_too_large'])
      expect((await get('/health')).status).toBe(200)
    },
  },
  ...ODD_BODIES.flatMap(([name, write]): Case[] =>
    [false, true].map((chunked) => ({
      name: `a webhook ${name} is verified over the bytes as they came${chunked ? ', piece by piece' : ''}`,
      // They limit what they parse to 100 kB unless they are told otherwise.
      appliesTo: (host) => !(host.parsesFirst && name === 'of 200 kB'),
      async run({ deliver, nectar, connectionId }) {
        const event = await nectar.eventOf(connectionId, chunked ? 'CONNECTED' : 'ISSUE')
        const response = await deliver(write(event), { chunked })
        expect([response.status, await response.text()]).toEqual([200, ''])
      },
    })),
  ),
  {
    name: 'a webhook that means the same in other bytes is refused',
    async run({ deliver, nectar, connectionId }) {
      const event = await nectar.eventOf(connectionId, 'PENDING')
      const response = await deliver(JSON.stringify(event), { tampered: JSON.stringify(event, null, 1) })
      expect([response.status, (await problemOf(response)).code]).toEqual([401, 'signature_invalid'])
    },
  },
  {
    name: 'a query gets through',
    async run({ get, connectionId }) {
      const response = await get(`/connections/${connectionId}/changes?limit=0`)
      expect([response.status, (await problemOf(response)).code]).toEqual([400, 'invalid_request'])
    },
  },
  {
    name: 'a change is streamed to an open page as it happens',
    appliesTo: streaming,
    async run({ get, deliver, nectar, connectionId }) {
      const gone = new AbortController()
      const response = await get('/changes', { signal: gone.signal })
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
      const events = readEvents(response)
      expect(await events.next()).toMatchObject({ name: 'ready' })
      for (const status of ['ISSUE', 'CONNECTED', 'PENDING']) {
        const delivered = await deliver(JSON.stringify(await nectar.eventOf(connectionId, status)))
        expect(delivered.status).toBe(200)
        expect(await events.next()).toMatchObject({ name: 'change', data: { connectionId, to: status } })
      }
      gone.abort()
    },
  },
  {
    name: 'a page that comes back to a stream misses nothing',
    appliesTo: streaming,
    async run({ get, deliver, nectar, connectionId }) {
      const sendStatus = async (status: string) => {
        const delivered = await deliver(JSON.stringify(await nectar.eventOf(connectionId, status)))
        expect(delivered.status).toBe(200)
      }
      const before = new AbortController()
      const events = readEvents(await get('/changes', { signal: before.signal }))
      await events.next()
      await sendStatus('ISSUE')
      const seen = await events.next()
      before.abort()
      await sendStatus('CONNECTED')
      await sendStatus('PENDING')
      const after = new AbortController()
      const headers = { 'last-event-id': seen.id }
      const missed = readEvents(await get('/changes', { signal: after.signal, headers }))
      expect(await missed.next()).toMatchObject({ name: 'ready' })
      for (const status of ['CONNECTED', 'PENDING']) {
        expect(await missed.next()).toMatchObject({ name: 'change', data: { connectionId, to: status } })
      }
      after.abort()
    },
  },
  {
    name: 'pages that leave are noticed, and let go of their streams',
    appliesTo: (host) => host.streams && host.noticesLeaving,
    async run({ get }) {
      const gone = new AbortController()
      const open = () => get('/changes', { signal: gone.signal })
      // As many as one user may have.
      const pages = await Promise.all(Array.from({ length: 6 }, open))
      expect(pages.map(({ status }) => status)).toEqual(Array(6).fill(200))
      await Promise.all(pages.map((page) => readEvents(page).next()))
      expect((await get('/changes')).status).toBe(429)
      gone.abort()
      const again = new AbortController()
      for (let status = 429; status !== 200; ) {
        ;({ status } = await get('/changes', { signal: again.signal }))
      }
      again.abort()
    },
  },
  {
    name: 'pages are told to ask now and then',
    appliesTo: (host) => !host.streams,
    async run({ get }) {
      const response = await get('/changes')
      expect([response.status, (await problemOf(response)).code]).toEqual([501, 'not_implemented'])
    },
  },
]
