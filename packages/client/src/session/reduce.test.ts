import { describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import {
  AT,
  CONTRIBUTOR,
  created,
  DEADLINE,
  failed,
  intro,
  invitation,
  MADE,
  opened,
  page,
  RECONNECT,
  read,
  requesting,
} from '../testing/phases.ts'
import type { SessionEvent } from './event.ts'
import type { ConnectPhase } from './phase.ts'
import { reduce } from './reduce.ts'

function run(events: readonly SessionEvent[], from: ConnectPhase = { status: 'idle' }): ConnectPhase {
  return events.reduce(reduce, from)
}

const OPEN: SessionEvent = { type: 'open', intent: CONTRIBUTOR, skipIntro: null }
const SUBMITTED = reduce(opened('open'), read({ createdConnections: MADE }))
const NOTHING_ASKED: ConnectPhase = { status: 'idle' }
const INTRO = intro()

describe('the way from idle to submitted', () => {
  const path: SessionEvent[] = [
    OPEN,
    { type: 'consent', idempotencyKey: 'a-1', intent: CONTRIBUTOR, now: 0 },
    created(),
    { type: 'frame_loaded', invitationId: 'i-1' },
    { type: 'frame_touched', invitationId: 'i-1' },
    read({ status: 'FULFILLED', createdConnections: MADE }),
  ]

  test('passes through each phase once', () => {
    const names = path.map((_, index) => run(path.slice(0, index + 1)).status)
    expect(names).toEqual(['intro', 'requesting', 'loading', 'open', 'open', 'submitted'])
  })

  test('a page that was just mounted is untouched, in a frame, and in no trouble', () => {
    expect(run(path.slice(0, 3))).toEqual({ status: 'loading', ...page() })
  })

  test('ends with the connections that were made, and no claim beyond', () => {
    expect(run(path)).toEqual({
      status: 'submitted',
      intent: CONTRIBUTOR,
      invitationId: 'i-1',
      connections: [{ id: 'c-1', providerName: 'Coast Range Gas' }],
      at: AT,
    })
  })
})

describe('opening', () => {
  test.each<ConnectPhase>([
    INTRO,
    requesting(),
    opened('loading'),
    opened('open'),
    opened('expiring'),
    opened('checking'),
  ])('finds a session in $name under way', (phase) => {
    expect(reduce(phase, OPEN)).toBe(phase)
  })

  test.each<ConnectPhase>([
    NOTHING_ASKED,
    SUBMITTED,
    failed(new ConnectError('network')),
    { status: 'expired', intent: CONTRIBUTOR, cause: 'time' },
    { status: 'closedByNectar', intent: CONTRIBUTOR, reason: 'revoked' },
    { status: 'closed', pendingRetry: null },
  ])('starts over from $name', (phase) => {
    expect(reduce(phase, OPEN)).toEqual(INTRO)
  })

  test('trying a sign-in again reconnects the connection that was made, without intro', () => {
    const again = reduce(SUBMITTED, {
      type: 'open',
      intent: RECONNECT,
      skipIntro: { idempotencyKey: 'a-3' },
    })
    expect(again).toEqual(requesting({ intent: RECONNECT, reason: 'retry', idempotencyKey: 'a-3' }))
  })
})

describe('a tab of its own', () => {
  const tab: SessionEvent = { type: 'tab_opened', invitationId: 'i-1' }

  test.each(['loading', 'open', 'expiring', 'checking'] as const)('takes the page from %s', (name) => {
    expect(reduce(opened(name), tab)).toEqual(opened('open', { display: 'tab', touched: true }))
  })

  test('shows what the frame could not', () => {
    const waiting = failed(new ConnectError('frame_blocked'), { page: page({ renewals: 2 }) })
    expect(reduce(waiting, tab)).toEqual(opened('open', { display: 'tab', touched: true, renewals: 2 }))
  })

  test('is opened once, and for the invitation on screen', () => {
    const inTab = opened('expiring', { display: 'tab', touched: true })
    expect(reduce(inTab, tab)).toBe(inTab)
    const live = opened('open', { invitation: invitation({ id: 'i-2' }) })
    expect(reduce(live, tab)).toBe(live)
  })

  test('is left for the frame, with the same invitation', () => {
    const back: SessionEvent = { type: 'frame_reopened', invitationId: 'i-1' }
    const inTab = opened('expiring', { display: 'tab', touched: true })
    const both = opened('loading', { display: 'both', touched: true })
    expect(reduce(inTab, back)).toEqual(both)
    expect(reduce(both, back)).toBe(both)
    expect(reduce(both, tab)).toEqual(opened('open', { display: 'tab', touched: true }))
    expect(reduce(opened('open'), back)).toEqual(opened('open'))
  })

  test('what the frame says then is of no interest', () => {
    const inTab = opened('open', { display: 'tab', touched: true })
    const error = new ConnectError('frame_blocked')
    expect(reduce(inTab, { type: 'frame_failed', invitationId: 'i-1', error })).toBe(inTab)
  })
})

test.each<ConnectPhase>([INTRO, requesting(), opened('open'), SUBMITTED])('closing ends $name', (phase) => {
  expect(reduce(phase, { type: 'close' })).toEqual({ status: 'closed', pendingRetry: null })
})

describe('a page that had just left the screen was used', () => {
  const proved: SessionEvent = {
    type: 'proved',
    intent: CONTRIBUTOR,
    invitationId: 'i-0',
    connections: [{ id: 'c-1', providerName: null }],
    at: AT,
  }

  test.each<ConnectPhase>([requesting(), opened('loading'), opened('open')])('instead of $name', (phase) => {
    expect(reduce(phase, proved)).toMatchObject({ status: 'submitted', invitationId: 'i-0' })
  })

  test('whoever works in the next one is not thrown out', () => {
    const touched = opened('open', { touched: true })
    expect(reduce(touched, proved)).toBe(touched)
  })
})

describe('after a reload', () => {
  const resumed = (rest: Partial<Extract<SessionEvent, { type: 'resumed' }>>): SessionEvent => ({
    type: 'resumed',
    intent: CONTRIBUTOR,
    invitation: { id: 'i-1', useCount: 0 },
    touched: true,
    isReload: true,
    wasRevoked: false,
    view: read({ expiresInMs: DEADLINE }).view,
    at: AT,
    ...rest,
  })
  const revoked = read({ status: 'REVOKED' }).view

  test.each([
    ['used', { view: read({ createdConnections: MADE }).view }, 'submitted'],
    ['used, and revoked', { view: { ...revoked, createdConnections: MADE } }, 'submitted'],
    ['in the middle of it', {}, 'expired'],
    ['in the middle of it, and revoked', { view: revoked, wasRevoked: true }, 'expired'],
    ['revoked by somebody', { view: revoked }, 'closedByNectar'],
    ['used up, with nothing to show', { view: read({ status: 'FULFILLED' }).view }, 'closedByNectar'],
    ['untouched', { touched: false }, 'idle'],
    ['not reloaded: the old page may come back', { isReload: false }, 'idle'],
  ] as const)('%s: %s', (_, rest, expected) => {
    expect(reduce(NOTHING_ASKED, resumed(rest as object)).status).toBe(expected)
  })

  test('what was interrupted says so', () => {
    expect(reduce(INTRO, resumed({}))).toEqual({
      status: 'expired',
      intent: CONTRIBUTOR,
      cause: 'interrupted',
    })
  })

  test('a session that is under way is not disturbed', () => {
    const phase = requesting()
    expect(reduce(phase, resumed({ view: revoked }))).toBe(phase)
  })
})
