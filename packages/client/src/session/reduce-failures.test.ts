import { describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import {
  CONTRIBUTOR,
  created,
  DEADLINE,
  failed,
  invitation,
  opened,
  page,
  requesting,
} from '../testing/phases.ts'
import type { SessionEvent } from './event.ts'
import { reduce } from './reduce.ts'

const REFUSED = {
  type: 'create_failed',
  idempotencyKey: 'a-1',
  now: 1_000,
  nextIdempotencyKey: 'a-9',
} as const

describe('a request that failed', () => {
  const failWith = (error: ConnectError) => reduce(requesting({ reason: 'renewal' }), { ...REFUSED, error })
  const retry = (now: number): SessionEvent => ({ type: 'retry', idempotencyKey: 'a-2', now })

  test('is kept: its answer may have been lost, and asked again nothing is created twice', () => {
    const failure = failWith(new ConnectError('network'))
    expect(failure).toMatchObject({
      status: 'failed',
      request: { idempotencyKey: 'a-1', reason: 'renewal' },
      retryAt: null,
    })
    expect(reduce(failure, retry(1_000))).toMatchObject({ reason: 'renewal', idempotencyKey: 'a-1' })
  })

  test('for a fresh page still has to outlast the old one', () => {
    const error = new ConnectError('network')
    const renewal = requesting({ reason: 'renewal', mustExpireAfter: 500_000 })
    const failure = reduce(renewal, { ...REFUSED, error })
    expect(reduce(failure, retry(1_000))).toEqual(renewal)
  })

  test('because the host wants something else by now: that is asked for, as another request', () => {
    const error = new ConnectError('idempotency_conflict')
    expect(failWith(error)).toEqual(
      requesting({ reason: 'renewal', idempotencyKey: 'a-9', staleResponses: 1 }),
    )
    const failure = reduce(requesting({ staleResponses: 2 }), { ...REFUSED, error })
    expect(failure).toMatchObject({ status: 'failed', request: null })
  })

  test('and nobody knows what became of it: the next one is a decision', () => {
    const failure = failWith(new ConnectError('outcome_unknown'))
    expect(failure).toMatchObject({ status: 'failed', request: null })
    expect(reduce(failure, retry(1_000))).toMatchObject({ reason: 'retry', idempotencyKey: 'a-2' })
  })

  test('is not asked again before the server allows', () => {
    const failure = failWith(new ConnectError('rate_limited', { retryAfterMs: 30_000 }))
    expect(reduce(failure, retry(30_999))).toBe(failure)
    expect(reduce(failure, retry(31_000)).status).toBe('requesting')
  })

  test('a late answer to an earlier one changes nothing', () => {
    const phase = requesting()
    const error = new ConnectError('network')
    expect(reduce(phase, created({ idempotencyKey: 'a-0' }))).toBe(phase)
    expect(reduce(phase, { ...REFUSED, idempotencyKey: 'a-0', error })).toBe(phase)
  })
})

describe('an answer of no use', () => {
  test.each([
    ['expired', { status: 'EXPIRED' }],
    ['revoked', { status: 'REVOKED' }],
    ['used up', { status: 'FULFILLED' }],
    ['over', { now: DEADLINE }],
    ['no longer lasting', { invitation: invitation({ deadline: 500_000 }) }],
    ['longer by no more than answers differ', { invitation: invitation({ deadline: 502_000 }) }],
  ])('%s: another one is asked for', (_, rest) => {
    const phase = requesting({ mustExpireAfter: 500_000, reason: 'renewal' })
    expect(reduce(phase, created(rest))).toEqual({ ...phase, idempotencyKey: 'a-2', staleResponses: 1 })
  })

  test('for the third time it is a failure, and the next try a new request', () => {
    const failure = reduce(requesting({ staleResponses: 2 }), created({ status: 'EXPIRED' }))
    expect(failure).toMatchObject({ status: 'failed', error: { code: 'invitation_stale' }, request: null })
  })

  test('one that never expires outlasts everything', () => {
    const forever = invitation({ deadline: null, warningMs: 0 })
    expect(reduce(requesting({ mustExpireAfter: DEADLINE }), created({ invitation: forever })).status).toBe(
      'loading',
    )
  })
})

describe('a frame that does not show', () => {
  const error = new ConnectError('frame_blocked')

  test('keeps its page: it is still good in a tab', () => {
    const held = page({ touched: true, renewals: 2 })
    const failure = reduce(opened('open', held), { type: 'frame_failed', invitationId: 'i-1', error })
    expect(failure).toEqual(failed(error, { page: held }))
  })

  test('retrying starts over', () => {
    const retried = reduce(failed(error, { page: page() }), { type: 'retry', idempotencyKey: 'a-3', now: 0 })
    expect(retried).toEqual(requesting({ reason: 'retry', idempotencyKey: 'a-3' }))
  })
})

describe('nobody can say how the page fares', () => {
  const watchFailed = (error: ConnectError): SessionEvent => ({
    type: 'watch_failed',
    invitationId: 'i-1',
    error,
  })

  test.each(['unauthenticated', 'not_allowed', 'client_outdated'] as const)('%s: it stays', (code) => {
    const error = new ConnectError(code)
    expect(reduce(opened('expiring'), watchFailed(error))).toEqual(
      opened('expiring', { connectivityError: error }),
    )
  })

  test('there is no such invitation: it ends', () => {
    const error = new ConnectError('not_found')
    expect(reduce(opened('open'), watchFailed(error))).toEqual(failed(error))
    const waiting = failed(new ConnectError('frame_blocked'), { page: page() })
    expect(reduce(waiting, watchFailed(error))).toEqual(failed(error))
  })

  test('of a page in waiting: it keeps waiting', () => {
    const waiting = failed(new ConnectError('frame_blocked'), { intent: CONTRIBUTOR, page: page() })
    expect(reduce(waiting, watchFailed(new ConnectError('network')))).toBe(waiting)
  })
})
