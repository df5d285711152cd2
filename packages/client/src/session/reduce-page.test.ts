import type { InvitationView } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import {
  CONTRIBUTOR,
  DEADLINE,
  failed,
  invitation,
  MADE,
  opened,
  page,
  RECONNECT,
  read,
  tick,
  WARNING_MS,
} from '../testing/phases.ts'
import type { SessionEvent } from './event.ts'
import { reduce } from './reduce.ts'
import { MAX_SILENT_RENEWALS } from './reduce-page.ts'

describe('proof of use', () => {
  test.each([
    ['contributor, a connection was made', CONTRIBUTOR, { createdConnections: MADE }, 'submitted'],
    ['contributor, only opened', CONTRIBUTOR, { opened: true }, 'open'],
    [
      'contributor, used up without a connection',
      CONTRIBUTOR,
      { status: 'FULFILLED', useCount: 1 },
      'closedByNectar',
    ],
    [
      'contributor, used and then revoked',
      CONTRIBUTOR,
      { status: 'REVOKED', createdConnections: MADE },
      'submitted',
    ],
    ['reconnect, the count rose', RECONNECT, { useCount: 1 }, 'submitted'],
    ['reconnect, fulfilled', RECONNECT, { status: 'FULFILLED' }, 'submitted'],
    ['reconnect, the count is where it was', RECONNECT, { useCount: 0 }, 'open'],
    ['revoked', CONTRIBUTOR, { status: 'REVOKED' }, 'closedByNectar'],
    ['a status that is not documented', CONTRIBUTOR, { status: 'SUSPENDED' }, 'open'],
  ] as const)('%s', (_, intent, overrides, expected) => {
    const live = opened('open', { intent })
    expect(reduce(live, read(overrides as Partial<InvitationView>)).status).toBe(expected)
  })

  test('a reconnect was used before: only more than that counts', () => {
    const live = opened('open', { intent: RECONNECT, invitation: invitation({ useCount: 3 }) })
    expect(reduce(live, read({ useCount: 3 }))).toBe(live)
    expect(reduce(live, read({ useCount: 4 }))).toMatchObject({
      status: 'submitted',
      connections: [{ id: 'c-1', providerName: null }],
    })
  })

  test('of a page in waiting is as good', () => {
    const waiting = failed(new ConnectError('frame_blocked'), { page: page() })
    expect(reduce(waiting, read({ createdConnections: MADE })).status).toBe('submitted')
    expect(reduce(waiting, read({ status: 'REVOKED' }))).toMatchObject({
      status: 'closedByNectar',
      reason: 'revoked',
    })
  })

  test('what is said of another invitation changes nothing', () => {
    const live = opened('open')
    expect(reduce(live, read({ id: 'i-other', status: 'REVOKED' }))).toBe(live)
  })
})

describe('expired', () => {
  const expired = (isVisible: boolean) =>
    read({ status: 'EXPIRED', expiresInMs: 0 }, { now: DEADLINE, isVisible })

  test('and untouched: a fresh one is asked for', () => {
    expect(reduce(opened('checking'), expired(true))).toMatchObject({
      status: 'requesting',
      reason: 'expired',
      idempotencyKey: 'a-2',
      renewals: 1,
    })
  })

  test('and untouched, but hidden: it waits', () => {
    expect(reduce(opened('open'), expired(false))).toEqual(opened('checking'))
  })

  test('and untouched, once too often: the customer is asked', () => {
    const page = opened('open', { renewals: MAX_SILENT_RENEWALS })
    expect(reduce(page, expired(true))).toEqual({ status: 'expired', intent: CONTRIBUTOR, cause: 'time' })
  })

  test.each([true, false])('under the hands of a customer: never swapped (visible: %s)', (isVisible) => {
    expect(reduce(opened('open', { touched: true }), expired(isVisible)).status).toBe('expired')
  })

  test('in waiting: the failure stays, and offers it no more', () => {
    const waiting = failed(new ConnectError('frame_blocked'), { page: page() })
    expect(reduce(waiting, expired(true))).toEqual({ ...waiting, page: null })
  })
})

describe('Nectar’s word on the time left', () => {
  const deadlineOf = (
    expiresInMs: number | null,
    now = 0,
    status: 'open' | 'expiring' | 'checking' = 'open',
  ) => reduce(opened(status), read({ expiresInMs }, { now }))

  test.each([
    ['later', DEADLINE + 3_600_000],
    ['sooner', DEADLINE - 3_600_000],
    ['never', null],
  ])('%s than was counted here', (_, expiresInMs) => {
    expect(deadlineOf(expiresInMs)).toMatchObject({ status: 'open', invitation: { deadline: expiresInMs } })
  })

  test('answers that differ by what they were under way are the same', () => {
    const live = opened('open')
    expect(reduce(live, read({ expiresInMs: DEADLINE - 2_000 }))).toBe(live)
    expect(reduce(live, read({ expiresInMs: DEADLINE + 2_000 }))).toBe(live)
  })

  test('ends a check, also when only a moment is left', () => {
    const now = DEADLINE + 1_000
    expect(deadlineOf(1_000, now, 'checking')).toEqual(
      opened('open', { invitation: invitation({ deadline: now + 1_000 }) }),
    )
  })

  test('takes a warning back, and never gives one itself', () => {
    expect(deadlineOf(3_600_000, DEADLINE - 60_000, 'expiring').status).toBe('open')
    expect(deadlineOf(60_000, DEADLINE - 60_000, 'expiring').status).toBe('expiring')
  })

  test('over, but not called so: it is checked again, and believed when there is no doubt', () => {
    const checking = opened('checking', { touched: true })
    const over = (now: number) => reduce(checking, read({ expiresInMs: 0 }, { now }))
    expect(over(DEADLINE + 2_499)).toBe(checking)
    expect(over(DEADLINE + 2_500)).toMatchObject({ status: 'expired', cause: 'time' })
  })

  test('over, long before what was counted here: that is the end to check', () => {
    expect(deadlineOf(0, 1_000)).toMatchObject({ status: 'open', invitation: { deadline: 1_000 } })
  })

  test('reaches a page in waiting', () => {
    const waiting = failed(new ConnectError('frame_blocked'), { page: page() })
    expect(reduce(waiting, read({ expiresInMs: 60_000 }))).toMatchObject({
      status: 'failed',
      page: { invitation: { deadline: 60_000 } },
    })
  })

  test('any good answer clears the trouble', () => {
    const troubled = opened('open', { connectivityError: new ConnectError('network') })
    expect(reduce(troubled, read())).toEqual(opened('open'))
  })
})

const WARNING = DEADLINE - WARNING_MS

describe('at the warning moment', () => {
  test('not before it', () => {
    const live = opened('open', { touched: true })
    expect(reduce(live, tick(WARNING - 1))).toBe(live)
    expect(reduce(live, tick(WARNING)).status).toBe('expiring')
  })

  test('an untouched page is replaced by one that has to last longer', () => {
    expect(reduce(opened('open', { renewals: 1 }), tick(WARNING))).toMatchObject({
      status: 'requesting',
      reason: 'renewal',
      idempotencyKey: 'a-2',
      mustExpireAfter: DEADLINE,
      renewals: 2,
    })
  })

  test('an untouched page that nobody sees waits', () => {
    const live = opened('open')
    expect(reduce(live, tick(WARNING, false))).toBe(live)
  })

  test('a touched page is warned of, seen or not', () => {
    expect(reduce(opened('open', { touched: true }), tick(WARNING, false)).status).toBe('expiring')
  })

  test('an untouched page was replaced too often: the customer decides', () => {
    expect(reduce(opened('open', { renewals: MAX_SILENT_RENEWALS }), tick(WARNING)).status).toBe('expiring')
  })

  test('a page that nobody can say anything about is not replaced', () => {
    const troubled = opened('open', { connectivityError: new ConnectError('unauthenticated') })
    expect(reduce(troubled, tick(WARNING)).status).toBe('expiring')
  })

  test('a page that still loads is left to load', () => {
    const loading = opened('loading')
    expect(reduce(loading, tick(WARNING))).toBe(loading)
  })
})

describe('at the deadline', () => {
  test.each(['loading', 'open', 'expiring'] as const)('%s asks how it stands', (name) => {
    expect(reduce(opened(name), tick(DEADLINE))).toEqual(opened('checking'))
  })

  test('a page in waiting is offered no more', () => {
    const waiting = failed(new ConnectError('frame_blocked'), { page: page() })
    expect(reduce(waiting, tick(DEADLINE - 1))).toBe(waiting)
    expect(reduce(waiting, tick(DEADLINE))).toEqual({ ...waiting, page: null })
  })

  test('what never expires has none', () => {
    const forever = opened('open', { invitation: invitation({ deadline: null, warningMs: 0 }) })
    expect(reduce(forever, tick(Number.MAX_SAFE_INTEGER))).toBe(forever)
  })
})

describe('a fresh page, asked for', () => {
  const renew: SessionEvent = { type: 'renew', idempotencyKey: 'a-3' }

  test.each(['open', 'expiring'] as const)('in place of one in %s: it has to last longer', (name) => {
    const held = opened(name, { touched: true, renewals: 3 })
    expect(reduce(held, renew)).toMatchObject({
      status: 'requesting',
      reason: 'renewal',
      idempotencyKey: 'a-3',
      mustExpireAfter: DEADLINE,
      renewals: 0,
    })
  })

  test('in place of one that is over: anything that is good is welcome', () => {
    const expired = { status: 'expired', intent: CONTRIBUTOR, cause: 'time' } as const
    expect(reduce(expired, renew)).toMatchObject({
      status: 'requesting',
      reason: 'expired',
      mustExpireAfter: null,
    })
  })

  test('in place of one that nobody can say anything about: its time is over, and the customer may decide', () => {
    const lost = opened('checking', { touched: true, connectivityError: new ConnectError('network') })
    expect(reduce(lost, renew)).toMatchObject({
      status: 'requesting',
      reason: 'expired',
      mustExpireAfter: DEADLINE,
    })
  })

  test('not while the first one loads, or is checked', () => {
    for (const name of ['loading', 'checking'] as const) {
      const held = opened(name)
      expect(reduce(held, renew)).toBe(held)
    }
  })
})
