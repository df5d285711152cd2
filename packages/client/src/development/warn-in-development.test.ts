import {
  docsUrl,
  ERROR_STATUSES,
  IS_RETRYABLE,
  PROBLEM_MEDIA_TYPE,
  type WireErrorCode,
} from '@nectar-connect/contract/wire'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readEvents } from '../changes/read-events.ts'
import { type ConnectClientOptions, createConnectClient } from '../connect-client.ts'
import { ConnectError } from '../lib/connect-error.ts'
import { setupProblemsBehind } from './explain-setup-problem.ts'
import { warnInDevelopment } from './warn-in-development.ts'

const warn = vi.fn<(text: string) => void>()
const API = 'https://api.plumbline.example/nectar'
const ID = '11111111-1111-4111-8111-111111111111'

let counter = 0
beforeEach(() => {
  // Each is said once: every test has an app of its own.
  vi.stubGlobal('location', new URL(`https://app-${++counter}.plumbline.example/utilities`))
  vi.stubGlobal('navigator', { onLine: true })
  vi.spyOn(console, 'warn').mockImplementation(warn)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  warn.mockReset()
})

const html = (status: number) =>
  new Response('<!doctype html>', { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

function problem(code: WireErrorCode, faults?: string[]): Response {
  const [status, retryable] = [ERROR_STATUSES[code], IS_RETRYABLE[code]]
  const title = code
  const body = {
    type: 'about:blank',
    title,
    status,
    code,
    requestId: 'NC-1',
    retryable,
    setupProblems: faults,
  }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': PROBLEM_MEDIA_TYPE } })
}

/** A base path of its own for each test, for the same reason. */
function ask(answer: () => Response | Promise<Response>, options: ConnectClientOptions = {}) {
  const client = createConnectClient({
    basePath: `/api/${counter}`,
    fetch: async () => answer(),
    ...options,
  })
  return client.listConnections().catch((error) => error)
}

/** What was said: each of what, why, fix and where to read on, once. */
function said(): string[] {
  const texts = warn.mock.calls.map(([text]) => text)
  for (const text of texts) {
    expect(text).not.toMatch(/\{\w+\}/)
    expect(text).toMatch(
      /^\[nectar-connect\] .+\n {2}Why: .+\n {2}Fix: .+\n {2}More: https:\/\/.+\/troubleshooting\.md/,
    )
  }
  return texts
}

test.each([
  [404, 'with 404 text/html'],
  [200, 'with 200 text/html'],
])('a page in place of an answer (%i): once, however often it comes', async (status, what) => {
  await ask(() => html(status))
  const client = createConnectClient({ basePath: `/api/${counter}`, fetch: async () => html(status) })
  await client.openChanges(null, new AbortController().signal).catch(() => undefined)
  await client.getInvitation(ID).catch(() => undefined)
  expect(said()).toEqual([expect.stringContaining(what)])
  expect(said()[0]).toContain('Mount nectar.handler at /api/')
  expect(said()[0]).toContain('#invalid_response')
})

test('a redirect to a sign-in page', async () => {
  await ask(() => Object.defineProperty(html(200), 'redirected', { value: true }))
  expect(said()[0]).toContain('a middleware in front of the handler guards its path')
})

test('a handler that lives below another base path', async () => {
  await ask(() => problem('not_found'))
  expect(said()[0]).toContain('its own "basePath" is another one')
})

test('a connection that is gone, or a stream that the server does not have, is no problem', async () => {
  const client = createConnectClient({ basePath: `/api/${counter}`, fetch: async () => problem('not_found') })
  const reconnect = { kind: 'reconnect', connectionId: ID, idempotencyKey: ID, reason: 'first' } as const
  await client.getInvitation(ID).catch(() => undefined)
  await client.createInvitation(reconnect).catch(() => undefined)
  await client.openChanges(null, new AbortController().signal).catch(() => undefined)
  expect(said()).toEqual([])
})

test('every fault that a development server names', async () => {
  await ask(() =>
    problem('not_configured', ['"apiKey" is missing. Set it.', '"authorize" is missing. Pass it.']),
  )
  expect(said()).toHaveLength(2)
  expect(said()[0]).toMatch(/^\[nectar-connect\] "apiKey" is missing\.\n.*\n {2}Fix: Set it\.\n/)
  expect(said()[1]).toContain('#not_configured')
})

test('a server that counts as production names none, and is said to', async () => {
  await ask(() => problem('not_configured'))
  expect(said()[0]).toContain('Read its log')
})

test('an origin that the server does not know, with the option to paste', async () => {
  await ask(() => problem('origin_not_allowed'))
  expect(said()[0]).toContain(`publicOrigin: '${location.origin}'`)
})

test('cookies that do not reach another origin', async () => {
  await ask(() => problem('unauthenticated'), { basePath: `${API}/${counter}` })
  expect(said()[0]).toContain('SameSite=None')
})

test('cookies that the host itself keeps back', async () => {
  await ask(() => problem('unauthenticated'), { credentials: 'omit' })
  expect(said()[0]).toContain('Leave "credentials" out')
})

test.each([
  ['on this origin', {}],
  ['with a bearer token', { basePath: API, headers: () => ({ Authorization: 'Bearer x' }) }],
])('somebody who is not signed in %s is no problem', async (_, options) => {
  await ask(() => problem('unauthenticated'), options)
  expect(said()).toEqual([])
})

const refuse = () => Promise.reject(new TypeError('Failed to fetch'))

test('another origin that does not let this page in', async () => {
  await ask(refuse, { basePath: API })
  expect(said()[0]).toContain(`allowedOrigins: ['${location.origin}']`)
})

test('being offline, or a server that is down, is no problem', async () => {
  await ask(refuse)
  vi.stubGlobal('navigator', { onLine: false })
  await ask(refuse, { basePath: API })
  expect(said()).toEqual([])
})

test('a stream whose first event is held back', async () => {
  const timers: (() => void)[] = []
  const body = new ReadableStream<Uint8Array>()
  const response = new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  const client = createConnectClient({ fetch: async () => response })
  const setTimer = (callback: () => void) => {
    timers.push(callback)
    return () => {}
  }
  const events = readEvents(client, { setTimer }, null, new AbortController())
  const ending = events.next().then(
    () => 'an event',
    () => 'given up',
  )
  await vi.waitFor(() => expect(timers).toHaveLength(2))
  expect(said()).toEqual([])
  timers[1]?.()
  expect(await ending).toBe('given up')
  expect(said()[0]).toContain('proxy_buffering off')
})

describe('what explains an error is kept with it', () => {
  test('however often it was said', async () => {
    for (const _ of [1, 2]) {
      const error = await ask(() => problem('not_configured', ['"timeoutMs" is not positive. Leave it out.']))
      expect(setupProblemsBehind(error)).toEqual([
        expect.objectContaining({
          what: '"timeoutMs" is not positive.',
          fix: 'Leave it out.',
          docs: docsUrl('troubleshooting', 'not_configured'),
        }),
      ])
    }
    expect(said()).toHaveLength(1)
  })

  test('where nothing came back, too', async () => {
    const error = await ask(refuse, { basePath: API })
    expect(setupProblemsBehind(error)).toMatchObject([{ docs: docsUrl('troubleshooting', 'network') }])
  })

  test('and where a policy kept the page out', () => {
    const error = new ConnectError('frame_blocked')
    warnInDevelopment({ kind: 'frame_blocked', hostedOrigin: 'https://dash.nectarclimate.com', error })
    expect(setupProblemsBehind(error)).toMatchObject([{ docs: docsUrl('troubleshooting', 'frame_blocked') }])
  })

  test('while nothing is, where it may just be the customer’s day', async () => {
    expect(setupProblemsBehind(await ask(() => problem('unauthenticated')))).toEqual([])
  })
})

test('without a page there is nobody to tell', async () => {
  vi.stubGlobal('location', undefined)
  await ask(() => html(404))
  expect(said()).toEqual([])
})

test('a component on a page that is gone by the time it is looked at is no problem', () => {
  vi.useFakeTimers()
  try {
    warnInDevelopment({ kind: 'shown', root: { getClientRects: () => [{}] } as unknown as Element })
    // As in Node, after a test has taken its emulated page away.
    vi.runAllTimers()
    expect(warn).not.toHaveBeenCalled()
  } finally {
    vi.useRealTimers()
  }
})

test('what the server does not fill in is said as it says it', () => {
  const texts = ['A page fills in "country", which this server does not take. Pass it.']
  warnInDevelopment({ kind: 'prefill_ignored', texts })
  warnInDevelopment({ kind: 'prefill_ignored', texts: [] })
  expect(said()).toHaveLength(1)
  expect(said()[0]).toMatch(
    /^\[nectar-connect\] A page fills in "country", which this server does not take\.\n.*\n {2}Fix: Pass it\.\n/,
  )
})
