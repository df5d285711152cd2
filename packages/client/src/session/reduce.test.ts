import type { InvitationView } from '@nectar-connect/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConnectError } from '../connect-error.ts'
import { TICKET } from '../testing/ticket.ts'
import type { SessionEvent } from './event.ts'
import { isOpened, type OpenInvitation, type Phase, type Purpose } from './phase.ts'
import { reduce } from './reduce.ts'

const CONTRIBUTOR: Purpose = { kind: 'contributor' }
const RECONNECT: Purpose = { kind: 'reconnect', connectionId: 'c-1', baseline: null }

function invitation(overrides: Partial<OpenInvitation> = {}): OpenInvitation {
  return {
    id: 'i-1',
    url: 'https://dash.nectarclimate.com/p/i/t',
    origin: 'https://dash.nectarclimate.com',
    useCount: 0,
    requiresEmail: false,
    deadline: null,
    ...overrides,
  }
}

function view(overrides: Partial<InvitationView> = {}): InvitationView {
  const { url: _, ...known } = TICKET
  return { ...known, ...overrides }
}

function read(overrides: Partial<InvitationView> = {}): SessionEvent {
  return { type: 'invitation_read', view: view(overrides), at: '2026-11-24T14:02:00Z', freshAttemptId: 'a-2' }
}

function live(purpose = CONTRIBUTOR, touched = false): Phase {
  return { name: 'live', purpose, invitation: invitation(), placement: 'frame', touched }
}

function run(events: readonly SessionEvent[], from: Phase = { name: 'idle' }): Phase {
  return events.reduce(reduce, from)
}

describe('the way from idle to submitted', () => {
  const path: SessionEvent[] = [
    { type: 'open', purpose: CONTRIBUTOR, skipIntro: null },
    { type: 'consent', attemptId: 'a-1', purpose: CONTRIBUTOR },
    { type: 'minted', attemptId: 'a-1', invitation: invitation() },
    { type: 'frame_loaded', invitationId: 'i-1' },
    read({
      status: 'FULFILLED',
      createdConnections: [{ id: 'c-1', providerName: 'Coast Range Gas', status: null }],
    }),
  ]

  test('passes through each phase once', () => {
    const names = path.map((_, index) => run(path.slice(0, index + 1)).name)
    expect(names).toEqual(['intro', 'requesting', 'loading', 'live', 'submitted'])
  })

  test('ends with the connections that were made, and no claim beyond', () => {
    expect(run(path)).toMatchObject({
      name: 'submitted',
      connections: [{ id: 'c-1', providerName: 'Coast Range Gas' }],
    })
  })

  test('opening twice finds the session under way', () => {
    const opened = run(path.slice(0, 3))
    expect(reduce(opened, { type: 'open', purpose: CONTRIBUTOR, skipIntro: null })).toBe(opened)
  })
})

describe('proof of use', () => {
  test.each([
    [
      'contributor, a connection was made',
      CONTRIBUTOR,
      { createdConnections: [{ id: 'c-1', providerName: null, status: null }] },
      'submitted',
    ],
    ['contributor, only opened', CONTRIBUTOR, { opened: true }, 'live'],
    ['contributor, used up without a connection', CONTRIBUTOR, { status: 'FULFILLED', useCount: 1 }, 'ended'],
    ['reconnect, the count rose', RECONNECT, { useCount: 1 }, 'submitted'],
    ['reconnect, fulfilled', RECONNECT, { status: 'FULFILLED' }, 'submitted'],
    ['reconnect, the count is where it was', RECONNECT, { useCount: 0 }, 'live'],
    ['withdrawn', CONTRIBUTOR, { status: 'REVOKED' }, 'ended'],
    ['a status that is not documented', CONTRIBUTOR, { status: 'SUSPENDED' }, 'live'],
  ] as const)('%s', (_, purpose, overrides, expected) => {
    expect(reduce(live(purpose), read(overrides as Partial<InvitationView>)).name).toBe(expected)
  })

  test('expired and untouched: a fresh one is asked for', () => {
    expect(reduce(live(), read({ status: 'EXPIRED' }))).toMatchObject({
      name: 'requesting',
      reason: 'expired',
      attemptId: 'a-2',
    })
  })

  test('expired under the hands of a customer: never swapped', () => {
    expect(reduce(live(CONTRIBUTOR, true), read({ status: 'EXPIRED' })).name).toBe('expired')
  })

  test('what is said of another invitation changes nothing', () => {
    const phase = live()
    expect(reduce(phase, read({ id: 'i-other', status: 'REVOKED' }))).toBe(phase)
  })
})

describe('failures', () => {
  const requesting: Phase = { name: 'requesting', purpose: CONTRIBUTOR, reason: 'open', attemptId: 'a-1' }
  const failWith = (code: 'network' | 'outcome_unknown') =>
    reduce(requesting, { type: 'mint_failed', attemptId: 'a-1', error: new ConnectError(code) })

  test('a lost answer is asked for again with the very same wish, so that nothing is minted twice', () => {
    const retried = reduce(failWith('network'), { type: 'retry', attemptId: 'a-2' })
    expect(retried).toMatchObject({ name: 'requesting', reason: 'open', attemptId: 'a-1' })
  })

  test('an attempt whose outcome nobody knows is not repeated: the next one is the customer’s decision', () => {
    const retried = reduce(failWith('outcome_unknown'), { type: 'retry', attemptId: 'a-2' })
    expect(retried).toMatchObject({ name: 'requesting', reason: 'retry', attemptId: 'a-2' })
  })

  test('a late answer to an earlier attempt changes nothing', () => {
    expect(reduce(requesting, { type: 'minted', attemptId: 'a-0', invitation: invitation() })).toBe(
      requesting,
    )
  })
})

test('trying again reconnects the connection that was made', () => {
  const submitted = reduce(
    live(),
    read({ createdConnections: [{ id: 'c-1', providerName: null, status: null }] }),
  )
  const again = reduce(submitted, { type: 'open', purpose: RECONNECT, skipIntro: { attemptId: 'a-3' } })
  expect(again).toMatchObject({ name: 'requesting', purpose: RECONNECT, attemptId: 'a-3' })
})

test('closing remembers what may have to be revoked', () => {
  expect(reduce(live(), { type: 'close' })).toMatchObject({
    name: 'closed',
    left: { invitation: { id: 'i-1' } },
  })
  expect(reduce({ name: 'intro', purpose: CONTRIBUTOR }, { type: 'close' })).toEqual({
    name: 'closed',
    left: null,
  })
})

describe('whatever happens, in whatever order', () => {
  const id = fc.constantFrom('i-1', 'i-2')
  const attempt = fc.constantFrom('a-1', 'a-2', 'a-3')
  const purpose = fc.constantFrom(CONTRIBUTOR, RECONNECT)
  const error = fc.constantFrom(
    new ConnectError('network'),
    new ConnectError('outcome_unknown'),
    new ConnectError('not_allowed'),
  )
  const happening: fc.Arbitrary<SessionEvent> = fc.oneof(
    fc.record({
      type: fc.constant('open' as const),
      purpose,
      skipIntro: fc.option(fc.record({ attemptId: attempt })),
    }),
    fc.record({ type: fc.constant('consent' as const), attemptId: attempt, purpose }),
    fc.record({
      type: fc.constant('minted' as const),
      attemptId: attempt,
      invitation: id.map((i) => invitation({ id: i })),
    }),
    fc.record({ type: fc.constant('mint_failed' as const), attemptId: attempt, error }),
    fc.record({
      type: fc.constantFrom(
        'frame_loaded',
        'frame_touched',
        'tab_opened',
        'deadline_near',
        'deadline_passed',
      ),
      invitationId: id,
    }),
    fc.record({
      type: fc.constantFrom('frame_failed' as const, 'watch_failed' as const),
      invitationId: id,
      error,
    }),
    fc.record({ type: fc.constantFrom('renew' as const, 'retry' as const), attemptId: attempt }),
    fc.constant({ type: 'close' as const }),
  )
  const reading: fc.Arbitrary<SessionEvent> = fc.record({
    type: fc.constant('invitation_read' as const),
    view: fc
      .record({
        id,
        status: fc.constantFrom('ACTIVE', 'EXPIRED', 'REVOKED', 'FULFILLED', 'SOMETHING'),
        useCount: fc.nat(2),
        createdConnections: fc.constantFrom<InvitationView['createdConnections'][]>(
          [],
          [{ id: 'c-1', providerName: null, status: null }],
        ),
      })
      .map(view),
    at: fc.constant('2026-11-24T14:02:00Z'),
    freshAttemptId: attempt,
  })
  // What Nectar says decides most, so it is said often.
  const event = fc.oneof({ arbitrary: happening, weight: 1 }, { arbitrary: reading, weight: 2 })
  const events = fc.array(event, { maxLength: 60 })

  /** Starts anywhere: from idle, chance alone seldom gets as far as an open page. */
  const start = fc.constantFrom<Phase>(
    { name: 'idle' },
    { name: 'requesting', purpose: CONTRIBUTOR, reason: 'open', attemptId: 'a-1' },
    live(),
    live(CONTRIBUTOR, true),
    live(RECONNECT),
    live(RECONNECT, true),
    { name: 'closed', left: null },
  )

  function forEachStep(check: (before: Phase, happened: SessionEvent, after: Phase) => void) {
    fc.assert(
      fc.property(start, events, (first, sequence) => {
        let before = first
        for (const happened of sequence) {
          const after = reduce(before, happened)
          check(before, happened, after)
          before = after
        }
      }),
      { numRuns: 5_000 },
    )
  }

  test('a touched invitation never leaves the screen for a fresh one without being asked', () => {
    forEachStep((before, happened, after) => {
      if (isOpened(before) && before.touched && after.name === 'requesting')
        expect(happened.type).toBe('renew')
    })
  })

  test('nothing but an opened invitation with proof is ever submitted', () => {
    forEachStep((before, happened, after) => {
      if (after.name !== 'submitted' || before === after) return
      expect(isOpened(before)).toBe(true)
      expect(happened.type).toBe('invitation_read')
      expect(after.connections.length).toBeGreaterThan(0)
    })
  })

  test('after closing, only opening starts anything', () => {
    forEachStep((before, happened, after) => {
      if (before.name === 'closed' && after !== before) expect(happened.type).toBe('open')
    })
  })

  test('a withdrawn invitation is never replaced', () => {
    forEachStep((before, happened, after) => {
      if (happened.type !== 'invitation_read' || happened.view.status !== 'REVOKED') return
      expect(after.name === 'requesting' && before !== after).toBe(false)
    })
  })
})
