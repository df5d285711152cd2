import { describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import {
  CONTRIBUTOR,
  DEADLINE,
  failed,
  invitation,
  opened,
  page,
  tick,
  WARNING_MS,
} from '../testing/phases.ts'
import type { SessionEvent } from './event.ts'
import { MAX_SILENT_RENEWALS } from './phase.ts'
import { reduce } from './reduce.ts'

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
