import {
  isRequestId,
  PROBLEM_MEDIA_TYPE,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from '@nectar-connect/contract/wire'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createConnectClient } from './connect-client.ts'
import { ConnectError } from './lib/connect-error.ts'

const EMPTY = {
  connections: [],
  permissions: { view: true, connect: true, reconnect: true, invite: true, revoke: true },
  sharing: {
    mail: null,
    allowLinks: false,
    expiresInMs: null,
    allowedDomains: null,
    ownName: null,
    ownEmail: null,
  },
  liveUpdates: 'stream',
  administratorNames: [],
}

function answering(body: unknown, init: ResponseInit = {}) {
  const requests: { url: string; init: RequestInit }[] = []
  const client = createConnectClient({
    fetch: async (url, request) => {
      requests.push({ url: String(url), init: request ?? {} })
      const headers = new Headers({ 'content-type': 'application/json', ...(init.headers as object) })
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { ...init, headers })
    },
  })
  return { client, requests }
}

async function failure(promise: Promise<unknown>): Promise<ConnectError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!ConnectError.isInstance(error)) throw new Error(`expected a ConnectError, got ${String(error)}`)
  return error
}

test('asks with protocol version, a reference to quote and the cookies of this origin', async () => {
  const { client, requests } = answering(EMPTY)
  await client.listConnections()
  const headers = new Headers(requests[0]?.init.headers)
  expect(requests[0]?.url).toBe('/api/nectar/connections')
  expect(requests[0]?.init.credentials).toBe('same-origin')
  expect(headers.get(PROTOCOL_HEADER)).toBe(PROTOCOL_VERSION)
  expect(isRequestId(headers.get(REQUEST_ID_HEADER) ?? '')).toBe(true)
})

test('in a page, a path is asked of the page’s own origin, wherever a `<base>` leads', async () => {
  vi.stubGlobal('location', new URL('https://app.plumbline.example/utilities'))
  const { client, requests } = answering(EMPTY)
  await client.listConnections()
  vi.unstubAllGlobals()
  expect(requests[0]?.url).toBe('https://app.plumbline.example/api/nectar/connections')
})

test('another origin gets credentials, and whatever headers the host adds', async () => {
  let seen: RequestInit | undefined
  const client = createConnectClient({
    basePath: 'https://api.plumbline.example/nectar/',
    headers: async () => ({ authorization: 'Bearer abc' }),
    fetch: async (url, init) => {
      expect(String(url)).toBe('https://api.plumbline.example/nectar/connections')
      seen = init
      return Response.json(EMPTY)
    },
  })
  await client.listConnections()
  expect(seen?.credentials).toBe('include')
  expect(new Headers(seen?.headers).get('authorization')).toBe('Bearer abc')
})

test('keeps the scope of the last answer', async () => {
  const { client } = answering(EMPTY, { headers: { [SCOPE_HEADER]: 'abc' } })
  expect(client.scope.get()).toBeNull()
  await client.listConnections()
  expect(client.scope.get()).toBe('abc')
})

test('a refusal tells the scope, too', async () => {
  const headers = { [SCOPE_HEADER]: 'abc', 'content-type': PROBLEM_MEDIA_TYPE }
  const { client } = answering({}, { status: 404, headers })
  await failure(client.getInvitation('i-1'))
  expect(client.scope.get()).toBe('abc')
})

describe('errors are typed', () => {
  test('a problem of ours keeps its code, reference and waiting time', async () => {
    const body = {
      type: 'about:blank',
      title: 'x',
      status: 429,
      code: 'rate_limited',
      requestId: 'NC-7F3K-92QD',
      retryable: true,
      retryAfterMs: 1500,
    }
    const { client } = answering(body, { status: 429, headers: { 'content-type': PROBLEM_MEDIA_TYPE } })
    expect(await failure(client.listConnections())).toMatchObject({
      code: 'rate_limited',
      requestId: 'NC-7F3K-92QD',
      isRetryable: true,
      retryAfterMs: 1500,
    })
  })

  test('a code of a newer server is an error, not a crash', async () => {
    const body = {
      type: 'x',
      title: 'x',
      status: 400,
      code: 'new_code',
      requestId: 'NC-7F3K-92QD',
      retryable: false,
    }
    const { client } = answering(body, { status: 400, headers: { 'content-type': PROBLEM_MEDIA_TYPE } })
    expect(await failure(client.listConnections())).toMatchObject({
      code: 'internal_error',
      isRetryable: false,
    })
  })

  test.each([
    ['the host’s own 404 page', '<!doctype html>', 404, 'text/html', 'invalid_response'],
    ['a single-page app that answers everything', '<!doctype html>', 200, 'text/html', 'invalid_response'],
    ['JSON of another shape', '{"hello":1}', 200, 'application/json', 'invalid_response'],
    ['truncated JSON', '{"connections":[', 200, 'application/json', 'invalid_response'],
    ['a proxy that found nobody', '<h1>502</h1>', 502, 'text/html', 'invalid_response'],
    ['an error page of the host', '<h1>500</h1>', 500, 'text/html', 'invalid_response'],
    ['a host that wants a sign-in', 'no', 401, 'text/plain', 'unauthenticated'],
  ])('%s', async (_, body, status, contentType, code) => {
    const { client } = answering(body, { status, headers: { 'content-type': contentType } })
    expect((await failure(client.listConnections())).code).toBe(code)
  })

  test('no connection at all', async () => {
    const client = createConnectClient({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) })
    const error = await failure(client.listConnections())
    expect(error.code).toBe('network')
    expect(error.message).toBe('The server could not be reached.')
    expect(isRequestId(error.requestId ?? '')).toBe(true)
  })

  test('a function of the host that throws is not taken for a lost connection', async () => {
    const headers = () => Promise.reject(new Error('no token'))
    const fetch = () => Promise.reject(new Error('nothing is sent'))
    const error = await failure(createConnectClient({ fetch, headers }).listConnections())
    expect(error).toMatchObject({ code: 'host_error', cause: { message: 'no token' } })
  })

  test.each([
    ['while the browser is online is the server’s fault', true, 'internal_error'],
    ['while it is offline is a lost connection', false, 'network'],
  ])('no answer in time %s', async (_, onLine, code) => {
    vi.stubGlobal('navigator', { onLine })
    onTestFinished(() => void vi.unstubAllGlobals())
    const fetch = () => Promise.reject(new DOMException('The time limit was reached.', 'TimeoutError'))
    expect((await failure(createConnectClient({ fetch }).listConnections())).code).toBe(code)
  })

  test('a server of another age', async () => {
    const { client } = answering(EMPTY, { headers: { [PROTOCOL_HEADER]: '9.0' } })
    expect((await failure(client.listConnections())).code).toBe('client_outdated')
  })
})

describe('the first list', () => {
  /** Each answer is held back after its head. */
  function holding() {
    const bodies: (() => void)[] = []
    const client = createConnectClient({
      fetch: async () => {
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            bodies.push(() => {
              controller.enqueue(new TextEncoder().encode(JSON.stringify({ ...EMPTY, cursor: 'e.7' })))
              controller.close()
            })
          },
        })
        return new Response(body, { headers: { 'content-type': 'application/json', [SCOPE_HEADER]: 'a' } })
      },
    })
    return { client, bodies }
  }

  test('is read once, also for who asks on hearing who is here', async () => {
    const { client, bodies } = holding()
    const joined: Promise<unknown>[] = []
    client.scope.subscribe(() => joined.push(client.listConnections()))
    const first = client.listConnections()
    await vi.waitFor(() => expect(joined).toHaveLength(1))
    expect(bodies).toHaveLength(1)
    bodies[0]?.()
    expect(await joined[0]).toBe(await first)
    void client.listConnections()
    await vi.waitFor(() => expect(bodies).toHaveLength(2))
  })

  test('says where the stream goes on, once it is there', async () => {
    const { client, bodies } = holding()
    expect(await client.listCursor()).toBe(null)
    const first = client.listConnections()
    const cursor = client.listCursor()
    await vi.waitFor(() => expect(bodies).toHaveLength(1))
    bodies[0]?.()
    await first
    expect(await cursor).toBe('e.7')
  })
})
