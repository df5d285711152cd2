import { describe, expect, test } from 'vitest'
import { SECRET } from '../testing/deliver.ts'
import { COMPANY, CONNECTION, hang, json, networkError } from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest, outcomeOf, readProblem } from '../testing/harness.ts'
import { deferred, until } from '../testing/test-clock.ts'

const html = () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })
const redirect = () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } })
const fail = (status: number) => () => json({ detail: 'Nectar says tok-secret' }, status)
const breakWith = (code: string) => () => Promise.reject(networkError(code))

test('an error by which a framework steers itself is passed on as it is, and at once', async () => {
  const steering = Object.assign(new Error('Dynamic server usage'), { digest: 'DYNAMIC_SERVER_USAGE' })
  const { nectar, fake, logs } = createHarness({ webhookSecret: SECRET })
  fake.on('GET', '/', () => Promise.reject(steering))
  await expect(nectar.ping()).rejects.toBe(steering)
  expect([fake.count('GET'), logs]).toEqual([1, []])
})

describe('a failure of Nectar', () => {
  test.each([
    ['down', breakWith('ECONNREFUSED'), '503 nectar_unavailable', 3],
    ['unknown host', breakWith('ENOTFOUND'), '503 nectar_unavailable', 3],
    ['reset', breakWith('ECONNRESET'), '503 nectar_unavailable', 3],
    ['an HTML page', html, '502 nectar_invalid_response', 1],
    ['half a JSON', () => new Response('{"a"'), '502 nectar_invalid_response', 1],
    ['a JSON without the list', () => json({}), '502 nectar_invalid_response', 1],
    ['null', () => json(null), '502 nectar_invalid_response', 1],
    ['a redirect', redirect, '502 nectar_invalid_response', 1],
    ['400', fail(400), '502 nectar_rejected', 1],
    ['401', fail(401), '502 nectar_rejected_key', 1],
    ['403', fail(403), '502 nectar_rejected', 1],
    ['404', fail(404), '502 nectar_rejected', 1],
    ['422', fail(422), '502 nectar_rejected', 1],
    ['429', fail(429), '429 rate_limited', 3],
    ['500', fail(500), '503 nectar_unavailable', 1],
    ['502', fail(502), '503 nectar_unavailable', 3],
    ['503', fail(503), '503 nectar_unavailable', 3],
    ['504', fail(504), '503 nectar_unavailable', 3],
  ])('%s: the connections of a company', async (_, responder, expected, tries) => {
    const harness = createHarness()
    harness.fake.on('GET', '/connection', responder)
    const response = await harness.get('/connections')
    const text = await response.clone().text()
    expect(await outcomeOf(response)).toBe(expected)
    expect(harness.fake.count('GET', '/connection')).toBe(tries)
    expect(text).not.toContain('tok-secret')
    expect(JSON.stringify(harness.logs.filter(({ level }) => level !== 'debug'))).not.toContain('tok-secret')
  })

  test.each([
    [403, '404 not_found'],
    [404, '404 not_found'],
    [401, '502 nectar_rejected_key'],
    [500, '503 nectar_unavailable'],
  ])('%i: one connection, one invitation', async (status, expected) => {
    const { get, fake } = createHarness()
    fake.on('GET', '/', fail(status))
    expect(await outcomeOf(await get(`/connections/${CONNECTION}`))).toBe(expected)
    expect(await outcomeOf(await get(`/invitations/${CONNECTION}`))).toBe(expected)
  })

  test('that passes is not noticed', async () => {
    const { get, fake, clock } = createHarness()
    fake.on('GET', '/connection', fail(503), 2)
    expect((await get('/connections')).status).toBe(200)
    expect(clock.sleeps).toEqual([150, 300])
  })

  test('slowness answers nectar_timeout; the read goes on for as long again, and is let go of then', async () => {
    const { get, fake, clock } = createHarness({ timeoutMs: 1000 })
    fake.on('GET', '/connection', hang)
    const call = get('/connections')
    await until(() => fake.count('GET', '/connection') === 1)
    clock.advance(1000)
    expect(await outcomeOf(await call)).toBe('504 nectar_timeout')
    const signal = fake.requests.find(({ path }) => path.startsWith('/connection'))?.signal
    expect(signal?.aborted).toBe(false)
    clock.advance(1000)
    expect(signal?.aborted).toBe(true)
  })

  test('a fetch that does not heed its signal is left behind all the same', async () => {
    const { get, fake, clock } = createHarness({ timeoutMs: 1000 })
    fake.on('GET', '/connection', () => new Promise(() => {}))
    const call = get('/connections')
    await until(() => fake.count('GET', '/connection') === 1)
    clock.advance(1000)
    expect(await outcomeOf(await call)).toBe('504 nectar_timeout')
  })
})

describe('Retry-After', () => {
  test('is honored, in seconds', async () => {
    const { get, fake, clock } = createHarness()
    fake.on('GET', '/connection', () => json({}, 429, { 'retry-after': '7' }), 1)
    expect((await get('/connections')).status).toBe(200)
    expect(clock.sleeps).toEqual([7000])
  })

  test('is honored as a date, on the clock of the answer', async () => {
    const { get, fake, clock } = createHarness()
    const headers = { date: 'Mon, 01 Jan 2001 00:00:00 GMT', 'retry-after': 'Mon, 01 Jan 2001 00:00:05 GMT' }
    fake.on('GET', '/connection', () => json({}, 429, headers), 1)
    await get('/connections')
    expect(clock.sleeps).toEqual([5000])
  })

  test('is honored when an invitation is created, which is then sent a second time', async () => {
    const { post, fake, clock } = createHarness()
    fake.on('POST', '/invitation', () => json({}, 429, { 'retry-after': '3' }), 1)
    expect((await post('/invitations', invitationRequest())).status).toBe(200)
    expect([clock.sleeps, fake.count('POST')]).toEqual([[3000], 2])
  })

  test('that is longer than the time limit is handed on', async () => {
    const { get, fake, clock } = createHarness()
    fake.on('GET', '/connection', () => json({}, 429, { 'retry-after': '60' }))
    const response = await get('/connections')
    expect(response.headers.get('retry-after')).toBe('60')
    expect(await readProblem(response)).toMatchObject({ code: 'rate_limited', retryAfterMs: 60_000 })
    expect([clock.sleeps, fake.count('GET', '/connection')]).toEqual([[], 1])
  })
})

describe('the key', () => {
  test('goes with every request, and nowhere else', async () => {
    const { post, get, fake } = createHarness()
    await post('/invitations', invitationRequest())
    await get('/connections')
    for (const { headers, path, body, redirect, cache } of fake.requests) {
      expect(redirect).toBe('manual')
      expect(cache).toBe('no-store')
      expect(headers.get('x-api-key')).toBe('test-key-1')
      expect(headers.get('user-agent')).toMatch(/^nectar-connect\/\d+\.\d+\.\d+$/)
      expect(path + JSON.stringify(body)).not.toContain('test-key-1')
    }
  })

  test('is read once, and anew after a 401: a GET and a POST are repeated once', async () => {
    const keys = ['old-key-1', 'test-key-1', 'never-key']
    let reads = 0
    const apiKey = () => keys[reads++] ?? ''
    const { post, get, fake } = createHarness({ apiKey })
    expect((await post('/invitations', invitationRequest())).status).toBe(200)
    expect((await get('/connections')).status).toBe(200)
    expect(reads).toBe(2)
    expect(fake.requests.slice(0, 2).map(({ headers }) => headers.get('x-api-key'))).toEqual(keys.slice(0, 2))
  })

  test('is read once for many requests that were refused at once', async () => {
    let current = 'test-key-1'
    let reads = 0
    const { nectar, fake } = createHarness({
      apiKey: async () => {
        reads += 1
        return current
      },
    })
    await nectar.ping()
    current = 'test-key-2'
    fake.keys = new Set(['test-key-2'])
    await Promise.all([1, 2, 3].map(() => nectar.ping()))
    expect(reads).toBe(2)
  })

  test('that stays the same is not tried again', async () => {
    const { post, fake } = createHarness({ apiKey: () => 'revoked-key' })
    expect(await outcomeOf(await post('/invitations', invitationRequest()))).toBe('502 nectar_rejected_key')
    expect(fake.count('POST')).toBe(1)
  })

  test('that is new and refused too is not tried a third time', async () => {
    let reads = 0
    const { post, fake } = createHarness({ apiKey: () => `revoked-key-${reads++}` })
    expect(await outcomeOf(await post('/invitations', invitationRequest()))).toBe('502 nectar_rejected_key')
    expect(fake.count('POST')).toBe(2)
  })

  test.each([
    ['an empty text', () => '', '503 not_configured'],
    ['nothing', () => undefined as never, '503 not_configured'],
    ['a text that no header takes', () => 'key\u0000with\nbreaks', '503 not_configured'],
    [
      'a throw',
      () => {
        throw new Error('vault sealed')
      },
      '500 host_error',
    ],
  ])('read as %s', async (_, apiKey, expected) => {
    const { get, fake } = createHarness({ apiKey })
    expect(await outcomeOf(await get('/connections'))).toBe(expected)
    expect(fake.requests).toEqual([])
  })

  test('may have a line break at its end', async () => {
    const { get } = createHarness({ apiKey: 'test-key-1\n' })
    expect((await get('/connections')).status).toBe(200)
  })
})

test('never more than 10 requests are under way', async () => {
  const { nectar, fake } = createHarness()
  let most = 0
  let running = 0
  const { promise, resolve } = deferred<void>()
  fake.on('GET', '/site', async () => {
    running += 1
    most = Math.max(most, running)
    await promise
    running -= 1
    return json({ id: COMPANY, name: 'A site' })
  })
  const calls = Array.from({ length: 25 }, () => nectar.sites.get(COMPANY))
  await until(() => running === 10)
  resolve()
  const sites = await Promise.all(calls)
  expect([most, sites.length]).toEqual([10, 25])
})

test('a request that waits for its turn beyond the time limit was not sent, so that it may come again', async () => {
  const { nectar, post, fake, clock } = createHarness({ timeoutMs: 1000 })
  fake.on('GET', '/site', hang)
  const calls = Array.from({ length: 10 }, () => nectar.sites.get(COMPANY))
  await until(() => fake.count('GET', '/site') === 10)
  const body = invitationRequest()
  const waiting = post('/invitations', body)
  await until(() => clock.pending() === 12)
  clock.advance(1000)
  expect(await outcomeOf(await waiting)).toBe('504 nectar_timeout')
  await Promise.allSettled(calls)
  expect((await post('/invitations', body)).status).toBe(200)
  expect(fake.count('POST')).toBe(1)
})

test('what a click needs is not held up by reads', async () => {
  const { nectar, get, post, fake, clock } = createHarness()
  const { promise, resolve } = deferred<void>()
  fake.on('GET', '/site', () => promise.then(() => json({ id: COMPANY, name: 'A site' })))
  fake.on('GET', '/connection', hang)
  for (let n = 0; n < 10; n += 1) void nectar.sites.get(COMPANY)
  await until(() => fake.requests.length === 10)
  for (let n = 1; n <= 20; n += 1) void get(`/connections/00000000-0000-4000-8000-0000000000${n + 10}`)
  await until(() => clock.pending() === 10 + 2 * 20)
  const click = post('/invitations', invitationRequest())
  await until(() => clock.pending() === 10 + 2 * 20 + 2)
  resolve()
  expect((await click).status).toBe(200)
  expect(fake.requests.slice(10, 12).map(({ method }) => method)).toEqual(['GET', 'POST'])
})

test('versions live where Nectar mounts them', async () => {
  const urls: string[] = []
  const spy = ((input: string) => {
    urls.push(input)
    return Promise.resolve(json({}))
  }) as typeof fetch
  for (const apiVersion of ['v2.2', 'v2.1', 'v2.0'] as const) {
    await createHarness({
      apiVersion,
      fetch: spy,
      nectar: { apiOrigin: 'http://127.0.0.1:9/' },
    }).nectar.ping()
  }
  expect(urls).toEqual([
    'http://127.0.0.1:9/v2.2/ping',
    'http://127.0.0.1:9/v2.1/ping',
    'http://127.0.0.1:9/v2/ping',
  ])
})

const CLOCK_WARNING = 'The clock of this server'

test.each([
  [-61_500, true],
  [-60_000, false],
  [0, false],
  [60_000, false],
  [61_500, true],
])(
  'a clock that is %i ms off is told of only when it is certainly more than a minute',
  async (skewMs, isTold) => {
    const { nectar, fake, logText } = createHarness()
    fake.skewMs = skewMs
    await nectar.ping()
    expect(logText().includes(CLOCK_WARNING)).toBe(isTold)
  },
)

test('the date of an answer that a cache kept says nothing about the clock', async () => {
  const { nectar, fake, logText } = createHarness()
  const headers = { date: new Date(0).toUTCString(), age: '60' }
  fake.on('GET', '/ping', () => new Response('pong', { headers }))
  await nectar.ping()
  expect(logText()).not.toContain(CLOCK_WARNING)
})
