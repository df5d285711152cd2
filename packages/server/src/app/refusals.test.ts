import { describe, expect, test } from 'vitest'
import { ABSENT, COMPANY, CONNECTION } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, invitationRequest, outcomeOf, readProblem } from '../testing/harness.ts'

const big = invitationRequest({ input: { note: 'x'.repeat(16 * 1024) } })
const reads = [
  `/invitations/${ABSENT}`,
  '/connections',
  `/connections/${CONNECTION}`,
  `/connections/${CONNECTION}/changes`,
  '/changes',
  '/invitations/shared',
]
const writes = [
  '/invitations',
  `/invitations/${ABSENT}/revoke`,
  '/invitations/shared',
  `/invitations/${ABSENT}/remind`,
]

function streamed(text: string, contentLength?: string): RequestInit {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode(text))
    },
  })
  const init = { body, duplex: 'half', headers: contentLength ? { 'content-length': contentLength } : {} }
  return init as RequestInit
}

const raw = (body: BodyInit, type = 'application/json'): RequestInit => ({
  body,
  headers: { 'content-type': type },
})

const bodies: [string, string, RequestInit][] = [
  ['no JSON', '400 invalid_request', raw('{')],
  ['nothing', '400 invalid_request', raw('')],
  ['null', '400 invalid_request', raw('null')],
  ['an array', '400 invalid_request', raw('[]')],
  ['an unknown field', '400 invalid_request', raw(JSON.stringify(invitationRequest({ companyId: COMPANY })))],
  [
    'input that nobody asked for',
    '400 invalid_request',
    raw(JSON.stringify(invitationRequest({ input: { a: 1 } }))),
  ],
  ['a form', '415 unsupported_media_type', raw('a=1', 'application/x-www-form-urlencoded')],
  ['plain text', '415 unsupported_media_type', raw(JSON.stringify(invitationRequest()), 'text/plain')],
  [
    'another JSON',
    '415 unsupported_media_type',
    raw(JSON.stringify(invitationRequest()), 'application/jsonp'),
  ],
  ['too much', '413 payload_too_large', raw(JSON.stringify(big))],
]

describe('a body of POST /invitations', () => {
  test.each(bodies)('that is %s answers %s', async (_, expected, init) => {
    const { post, fake } = createHarness()
    expect(await outcomeOf(await post('/invitations', undefined, init))).toBe(expected)
    expect(fake.requests).toEqual([])
  })

  test('is read no further than the limit, whatever its length is said to be', async () => {
    const { post } = createHarness()
    const init = streamed('x'.repeat(1000), '10')
    const response = await post('/invitations', undefined, {
      ...init,
      headers: { 'content-type': 'application/json', 'content-length': '10' },
    })
    expect(await outcomeOf(response)).toBe('413 payload_too_large')
  })

  test('has to be UTF-8', async () => {
    const accept = { '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) } }
    const { post } = createHarness({ inputSchema: accept as never })
    const [before = '', after = ''] = JSON.stringify(invitationRequest({ input: { name: '#' } })).split('#')
    const encode = (text: string) => [...new TextEncoder().encode(text)]
    const send = (bytes: number[]) =>
      post('/invitations', undefined, raw(new Uint8Array([...encode(before), ...bytes, ...encode(after)])))
    expect(await outcomeOf(await send([0xff]))).toBe('400 invalid_request')
    expect(await outcomeOf(await send([0xc3, 0xa9]))).toBe('200')
  })

  test('may say its charset', async () => {
    const { post } = createHarness()
    const init = raw(JSON.stringify(invitationRequest()), 'Application/JSON; charset=utf-8')
    expect((await post('/invitations', undefined, init)).status).toBe(200)
  })

  test('is described where it is wrong, without what was sent', async () => {
    const { post } = createHarness()
    const body = invitationRequest({
      reason: 'hunter2-value',
      extra: 'hunter2-value',
      idempotencyKey: 'hunter2-value',
    })
    const problem = await readProblem(await post('/invitations', body))
    expect(problem.issues).toEqual([
      { path: 'idempotencyKey', message: 'Expected a uuid.' },
      { path: 'reason', message: 'Expected one of first, expired, renewal, retry.' },
      { path: 'extra', message: 'Unknown field.' },
    ])
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })
})

describe('a body of POST /invitations/:id/revoke', () => {
  test.each([
    ['anything but an empty object', '400 invalid_request', '{"a":1}'],
    ['an array', '400 invalid_request', '[]'],
    ['no JSON', '400 invalid_request', 'x'],
    ['too much', '413 payload_too_large', ' '.repeat(17_000)],
    ['an empty object', '404 not_found', '{}'],
    ['nothing', '404 not_found', ''],
  ])('that is %s answers %s', async (_, expected, body) => {
    const { post } = createHarness()
    const init = { body, headers: { 'content-type': 'text/plain' } }
    expect(await outcomeOf(await post(`/invitations/${ABSENT}/revoke`, undefined, init))).toBe(expected)
  })
})

describe('every route', () => {
  const all = [
    ...reads.map((path) => ['GET', path, (harness: Harness) => harness.get(path)] as const),
    ...writes.map((path) => ['POST', path, (harness: Harness) => harness.post(path, {})] as const),
  ]

  test.each(all)('%s %s: nobody signed in', async (_, __, call) => {
    const harness = createHarness({ authorize: () => null })
    expect(await outcomeOf(await call(harness))).toBe('401 unauthenticated')
  })

  test.each(all)('%s %s: no company', async (_, __, call) => {
    const harness = createHarness({ authorize: () => ({ companyId: null, userId: 'u' }) })
    const response = await call(harness)
    expect(response.headers.get('nectar-connect-scope')).toHaveLength(32)
    expect(await outcomeOf(response)).toBe('409 company_missing')
  })

  test.each(all)('%s %s: no right, and who has it', async (_, __, call) => {
    const permissions = { view: false, connect: false, reconnect: false, invite: false, revoke: false }
    const harness = createHarness({
      authorize: () => ({ companyId: COMPANY, userId: 'u', permissions, administratorNames: ['Ada'] }),
    })
    const problem = await readProblem(await call(harness))
    expect([problem.code, problem.administratorNames]).toEqual(['not_allowed', ['Ada']])
    expect(harness.fake.requests).toEqual([])
  })

  test.each(all)('%s %s: authorize throws', async (_, __, call) => {
    const harness = createHarness({
      development: false,
      authorize: () => {
        throw new Error('session store down')
      },
    })
    const response = await call(harness)
    const text = await response.clone().text()
    expect(await outcomeOf(response)).toBe('500 host_error')
    expect(text).not.toContain('session store down')
    expect(harness.logText()).toContain('session store down')
  })

  test.each(all)('%s %s: a page of an older protocol', async (method, path) => {
    const harness = createHarness()
    const init = { headers: { 'nectar-connect-protocol': '0.9' } }
    const response = await (method === 'GET' ? harness.get(path, init) : harness.post(path, {}, init))
    expect(await outcomeOf(response)).toBe('409 client_outdated')
  })
})

test.each([
  ['GET', '/nothing', '404 not_found', null],
  ['GET', '', '404 not_found', null],
  ['GET', '/invitations/not-a-uuid', '404 not_found', null],
  ['GET', `/invitations/${ABSENT}%2Frevoke`, '404 not_found', null],
  ['GET', `/connections/${CONNECTION}/details`, '404 not_found', null],
  ['POST', '/invitations/not-a-uuid/revoke', '404 not_found', null],
  ['DELETE', '/nothing', '404 not_found', null],
  ['DELETE', '/connections', '405 method_not_allowed', 'GET, HEAD, OPTIONS'],
  ['PUT', '/invitations', '405 method_not_allowed', 'POST, OPTIONS'],
  ['GET', `/invitations/${ABSENT}/revoke`, '405 method_not_allowed', 'POST, OPTIONS'],
  ['POST', '/changes', '405 method_not_allowed', 'GET, HEAD, OPTIONS'],
  ['GET', '/webhooks', '405 method_not_allowed', 'POST, OPTIONS'],
  ['POST', '/health', '405 method_not_allowed', 'GET, HEAD, OPTIONS'],
])('%s %s answers %s', async (method, path, expected, allow) => {
  const { get } = createHarness()
  const response = await get(path, { method })
  expect(await outcomeOf(response.clone())).toBe(expected)
  expect(response.headers.get('allow')).toBe(allow)
})

test('an unexpected throw answers internal_error, with the stack in the log only', async () => {
  const harness = createHarness({
    authorize: () => ({
      companyId: COMPANY,
      get userId(): string {
        throw new RangeError('bug')
      },
    }),
  })
  const response = await harness.get('/connections')
  const text = await response.clone().text()
  expect(await outcomeOf(response)).toBe('500 internal_error')
  expect(text).not.toContain('bug')
  expect(harness.logText()).toContain('refusals.test.ts')
})

test('authorize that reads the body is told to read a copy', async () => {
  const harness = createHarness({
    authorize: async (request) => {
      await request.text()
      return { companyId: COMPANY, userId: 'u' }
    },
  })
  expect(await outcomeOf(await harness.post('/invitations', invitationRequest()))).toBe('500 host_error')
  expect(harness.logText()).toContain('request.clone()')
})

test('the words of a problem are those of the contract', async () => {
  const { get } = createHarness({ authorize: () => undefined, development: false })
  const problem = await readProblem(await get('/connections'))
  expect(problem).toEqual({
    type: 'urn:nectar-connect:problem:unauthenticated',
    title: 'Nobody is signed in.',
    status: 401,
    code: 'unauthenticated',
    requestId: expect.stringMatching(/^NC-/),
    retryable: false,
  })
})
