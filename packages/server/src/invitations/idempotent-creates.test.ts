import type { NectarInvitation } from '@nectar-connect/contract/nectar'
import { describe, expect, test } from 'vitest'
import { COMPANY, CONNECTION, hang, json, networkError } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, invitationRequest, outcomeOf } from '../testing/harness.ts'
import { createTestClock, deferred, until } from '../testing/test-clock.ts'
import { createIdempotentCreates } from './idempotent-creates.ts'

const CREATE_PATH = '/invitation/company'
const TIMEOUT = 15_000

async function idOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { id: unknown }).id
}

/** Starts a call and moves the clock until the browser is told that it takes too long. */
async function timesOut(harness: Harness, body: unknown): Promise<string> {
  const before = harness.clock.pending()
  const call = harness.post('/invitations', body)
  await until(() => harness.fake.count('POST', CREATE_PATH) > 0 && harness.clock.pending() > before)
  await until(() => harness.clock.pending() >= 2)
  harness.clock.advance(TIMEOUT)
  return outcomeOf(await call)
}

describe('one attempt', () => {
  test('creates one invitation, however often and however concurrently it is made', async () => {
    const { post, fake } = createHarness()
    const body = invitationRequest()
    const together = await Promise.all([1, 2, 3].map(() => post('/invitations', body)))
    const later = await post('/invitations', { ...body, idempotencyKey: body.idempotencyKey.toUpperCase() })
    const ids = await Promise.all([...together, later].map(idOf))
    expect(new Set(ids).size).toBe(1)
    expect(fake.count('POST', CREATE_PATH)).toBe(1)
  })

  test('is answered with the life that is left by then', async () => {
    const { post, clock } = createHarness()
    const body = invitationRequest()
    const first = (await (await post('/invitations', body)).json()) as { expiresInMs: number }
    clock.advance(60_000)
    const second = (await (await post('/invitations', body)).json()) as { expiresInMs: number }
    expect(first.expiresInMs - second.expiresInMs).toBe(60_000)
    clock.advance(4_000_000)
    expect(await (await post('/invitations', body)).json()).toMatchObject({ expiresInMs: 0 })
  })

  test('is a conflict with another body, whatever the order of its fields', async () => {
    const { post, fake } = createHarness()
    const body = invitationRequest()
    const { kind, reason, idempotencyKey } = body
    await post('/invitations', body)
    expect((await post('/invitations', { kind, idempotencyKey, reason })).status).toBe(200)
    const other = { ...body, kind: 'reconnect', connectionId: CONNECTION }
    expect(await outcomeOf(await post('/invitations', other))).toBe('409 idempotency_conflict')
    expect(await outcomeOf(await post('/invitations', { ...body, reason: 'retry' }))).toBe(
      '409 idempotency_conflict',
    )
    expect(fake.count('POST', CREATE_PATH)).toBe(1)
  })

  test('of another user is another attempt', async () => {
    const { post, fake, session } = createHarness()
    const body = invitationRequest()
    const first = await idOf(await post('/invitations', body))
    session.current = { companyId: COMPANY, userId: 'user-2' }
    expect(await idOf(await post('/invitations', body))).not.toBe(first)
    expect(fake.count('POST', CREATE_PATH)).toBe(2)
  })

  test('is not aborted by a browser that leaves', async () => {
    const { post, fake } = createHarness()
    const { promise, resolve } = deferred<void>()
    const made = fake.fetch
    fake.on(
      'POST',
      CREATE_PATH,
      async () => {
        await promise
        return made('https://x/v2.2/invitation/company/'.concat(COMPANY), createInit)
      },
      1,
    )
    const createInit = { method: 'POST', body: '{}', headers: { 'x-api-key': 'test-key-1' } }
    const gone = new AbortController()
    const body = invitationRequest()
    const left = post('/invitations', body, { signal: gone.signal })
    await until(() => fake.count('POST', CREATE_PATH) === 1)
    gone.abort()
    const stays = post('/invitations', body)
    expect(fake.requests[0]?.signal?.aborted).toBe(false)
    resolve()
    expect(await idOf(await stays)).toBe(await idOf(await left))
  })

  test('that Nectar answers late is a timeout first, then the late answer, with one POST', async () => {
    const harness = createHarness()
    const { promise, resolve } = deferred<Response>()
    harness.fake.on('POST', CREATE_PATH, () => promise)
    const body = invitationRequest()
    expect(await timesOut(harness, body)).toBe('504 nectar_timeout')
    expect(await timesOut(harness, body)).toBe('504 nectar_timeout')
    const waiting = harness.post('/invitations', body)
    resolve(json(invitation()))
    expect(await idOf(await waiting)).toBe(CONNECTION)
    expect(await idOf(await harness.post('/invitations', body))).toBe(CONNECTION)
    expect(harness.fake.count('POST')).toBe(1)
  })

  test('that Nectar never answers is unknown after four time limits, and stays so', async () => {
    const harness = createHarness()
    harness.fake.on('POST', CREATE_PATH, hang)
    const body = invitationRequest()
    expect(await timesOut(harness, body)).toBe('504 nectar_timeout')
    harness.clock.advance(3 * TIMEOUT)
    for (const _ of [1, 2]) {
      expect(await outcomeOf(await harness.post('/invitations', body))).toBe('502 outcome_unknown')
    }
    expect(harness.fake.requests[0]?.signal?.aborted).toBe(true)
    expect(harness.fake.count('POST')).toBe(1)
  })
})

describe('a create whose outcome cannot be known is never repeated', () => {
  test.each([
    ['the connection broke', () => Promise.reject(networkError('ECONNRESET'))],
    ['the other side closed', () => Promise.reject(networkError('UND_ERR_SOCKET'))],
    ['502', () => json({}, 502)],
    ['504', () => json({}, 504)],
    ['an HTML page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['half a JSON', () => new Response('{"id":')],
    ['a JSON without an id', () => json({ status: 'ACTIVE' })],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } })],
  ])('%s', async (_, responder) => {
    const { post, fake } = createHarness()
    fake.on('POST', CREATE_PATH, responder)
    const body = invitationRequest()
    for (const _ of [1, 2]) {
      expect(await outcomeOf(await post('/invitations', body))).toBe('502 outcome_unknown')
    }
    expect(fake.count('POST')).toBe(1)
  })
})

describe('a create that certainly made nothing may be made again by the same attempt', () => {
  test.each([
    [400, '502 nectar_rejected', 1],
    [401, '502 nectar_rejected_key', 1],
    [403, '502 nectar_rejected', 1],
    [404, '502 nectar_rejected', 1],
    [422, '502 nectar_rejected', 1],
    [429, '429 rate_limited', 3],
    [500, '503 nectar_unavailable', 1],
    [503, '503 nectar_unavailable', 1],
    ['ECONNREFUSED', '503 nectar_unavailable', 3],
    ['ENOTFOUND', '503 nectar_unavailable', 3],
    ['EAI_AGAIN', '503 nectar_unavailable', 3],
  ])('%s answers %s after %i tries', async (failure, expected, tries) => {
    const { post, fake } = createHarness()
    const fail = () =>
      typeof failure === 'number' ? json({ detail: 'x' }, failure) : Promise.reject(networkError(failure))
    fake.on('POST', CREATE_PATH, fail, tries)
    const body = invitationRequest()
    expect(await outcomeOf(await post('/invitations', body))).toBe(expected)
    expect(fake.count('POST')).toBe(tries)
    expect((await post('/invitations', body)).status).toBe(200)
    expect(fake.count('POST')).toBe(tries + 1)
  })

  test('so is one whose connection could not be looked up', async () => {
    const { post, fake } = createHarness()
    fake.on('GET', '/connection/', () => new Response('<html>'), 1)
    const body = invitationRequest({ kind: 'reconnect', connectionId: CONNECTION })
    expect(await outcomeOf(await post('/invitations', body))).toBe('502 nectar_invalid_response')
    expect((await post('/invitations', body)).status).toBe(200)
  })
})

describe('the memory', () => {
  const clock = createTestClock()
  const make = (id: string) => async (onSend: () => void) => {
    onSend()
    return { ...invitation(), id } as unknown as NectarInvitation
  }
  const ask = (idempotencyKey: string) => ({ companyId: COMPANY, userId: 'u', idempotencyKey, digest: 'd' })

  test('is bounded: the oldest attempt goes first', async () => {
    const { timers, now } = clock
    const attempts = createIdempotentCreates({ now, timers }, 1, 2)
    for (const id of ['a', 'b', 'c']) await attempts.fulfill(ask(id), make(id))
    const user = { companyId: COMPANY, userId: 'u' }
    expect(['a', 'b', 'c'].map((id) => attempts.wasCreatedBy(user, id))).toEqual([false, true, true])
  })

  test('never forgets an attempt that is under way', async () => {
    const { timers, now } = clock
    const attempts = createIdempotentCreates({ now, timers }, 1, 1)
    const { promise, resolve } = deferred<NectarInvitation>()
    const slow = attempts.fulfill(ask('a'), () => promise)
    await expect(attempts.fulfill(ask('b'), make('b'))).rejects.toMatchObject({ code: 'rate_limited' })
    resolve({ ...invitation(), id: 'a' } as unknown as NectarInvitation)
    expect((await slow).id).toBe('a')
    expect((await attempts.fulfill(ask('b'), make('b'))).id).toBe('b')
  })

  test('lasts a day', async () => {
    const { timers, now, advance } = clock
    const attempts = createIdempotentCreates({ now, timers }, 1)
    await attempts.fulfill(ask('a'), make('a1'))
    advance(24 * 3_600_000 - 1)
    expect((await attempts.fulfill(ask('a'), make('a2'))).id).toBe('a1')
    advance(2)
    await attempts.fulfill(ask('b'), make('b1'))
    expect((await attempts.fulfill(ask('a'), make('a2'))).id).toBe('a2')
  })
})

function invitation() {
  return {
    id: CONNECTION,
    invitationType: 'CREATE_CONNECTION',
    status: 'ACTIVE',
    invitationUrl: 'https://dash.nectarclimate.com/p/i/late',
    companyId: COMPANY,
    expiresAt: null,
  }
}
