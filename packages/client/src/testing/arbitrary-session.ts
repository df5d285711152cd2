import fc from 'fast-check'
import { ConnectError } from '../lib/connect-error.ts'
import type { SessionEvent } from '../session/event.ts'
import { type ConnectPhase, getActivePage } from '../session/phase.ts'
import { reduce } from '../session/reduce.ts'
import { anyIntent, anyPhase } from './arbitrary-phase.ts'
import { AT, created, DEADLINE, invitation, MADE, read, tick, view, WARNING_MS } from './phases.ts'

/** Stands for whatever invitation or attempt the phase is about: chance alone seldom finds it. */
const CURRENT = 'current'

const error = fc.constantFrom(
  new ConnectError('network'),
  new ConnectError('outcome_unknown'),
  new ConnectError('not_allowed'),
  new ConnectError('idempotency_conflict'),
  new ConnectError('not_found'),
  new ConnectError('rate_limited', { retryAfterMs: 5_000 }),
)
const id = fc.oneof(
  { weight: 9, arbitrary: fc.constant(CURRENT) },
  { weight: 1, arbitrary: fc.constant('i-0') },
)
const attempt = fc.nat(1e6).map((n) => `a-${n}`)
const answered = fc.oneof({ weight: 9, arbitrary: fc.constant(CURRENT) }, { weight: 1, arbitrary: attempt })
/** How far from the deadline, or from whatever else is waited for. */
const moment = fc.constantFrom(-3_600_000, -WARNING_MS - 1, -WARNING_MS, -1, 0, 1, 10_000)
const isVisible = fc.boolean()
const status = fc.constantFrom('ACTIVE', 'ACTIVE', 'EXPIRED', 'EXPIRED', 'REVOKED', 'FULFILLED', 'SOMETHING')
const reading = fc.record({
  id,
  status,
  useCount: fc.constantFrom(0, 0, 0, 1),
  createdConnections: fc.constantFrom([], [], [], MADE),
  expiresInMs: fc.constantFrom(null, 0, 1_000, 60_000, 1_800_000, DEADLINE),
})

/** Times and ids in it are relative to a phase: see `aim`. */
export const happening: fc.Arbitrary<SessionEvent> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('open' as const),
      intent: anyIntent,
      skipIntro: fc.option(fc.record({ idempotencyKey: attempt })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('consent' as const),
      idempotencyKey: attempt,
      intent: anyIntent,
      now: moment,
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        idempotencyKey: answered,
        invitation: fc
          .record({
            id: fc.nat(1e6).map((n) => `i-${n + 1}`),
            deadline: fc.option(fc.constantFrom(-1, 0, 1, 2_000, 2_500, 60_000, 3_600_000), { freq: 6 }),
          })
          .map(invitation),
        status: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'EXPIRED', 'REVOKED', 'FULFILLED'),
        now: moment,
        nextIdempotencyKey: attempt,
      })
      .map(created),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('create_failed' as const),
      idempotencyKey: answered,
      error,
      now: moment,
      nextIdempotencyKey: attempt,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'frame_loaded' as const,
        'frame_touched' as const,
        'tab_opened' as const,
        'frame_reopened' as const,
      ),
      invitationId: id,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('frame_failed' as const, 'watch_failed' as const),
      invitationId: id,
      error,
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ view: reading.map(view), now: moment, isVisible, nextIdempotencyKey: attempt })
      .map((fields) => read({}, fields)),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('tick' as const),
      now: moment,
      isVisible,
      nextIdempotencyKey: attempt,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('proved' as const),
      intent: anyIntent,
      invitationId: fc.constant('i-0'),
      connections: fc.constant([{ id: 'c-1', providerName: null }]),
      at: fc.constant(AT),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('resumed' as const),
      intent: anyIntent,
      invitation: fc.constant({ id: 'i-0', useCount: 0 }),
      touched: fc.boolean(),
      isReload: fc.boolean(),
      wasRevoked: fc.boolean(),
      view: reading.map(view),
      at: fc.constant(AT),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('renew' as const), idempotencyKey: attempt }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('retry' as const), idempotencyKey: attempt, now: moment }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'close' as const }) },
)

/** Makes an event be about the phase: its ids become those of the phase, its times count from what is waited for. */
export function aim(event: SessionEvent, phase: ConnectPhase): SessionEvent {
  const held = getActivePage(phase)?.invitation
  const aimed = { ...event }
  if ('idempotencyKey' in aimed && aimed.idempotencyKey === CURRENT && phase.status === 'requesting')
    aimed.idempotencyKey = phase.idempotencyKey
  if ('invitationId' in aimed && aimed.invitationId === CURRENT && held) aimed.invitationId = held.id
  if (aimed.type === 'invitation_read' && aimed.view.id === CURRENT && held)
    aimed.view = { ...aimed.view, id: held.id }
  if (aimed.type === 'created' && aimed.invitation.deadline !== null) {
    const deadline = anchorOf(phase) + aimed.invitation.deadline
    aimed.invitation = { ...aimed.invitation, deadline }
  }
  if ('now' in aimed) aimed.now = Math.max(0, anchorOf(phase) + aimed.now)
  return aimed
}

function anchorOf(phase: ConnectPhase): number {
  if (phase.status === 'requesting') return phase.mustExpireAfter ?? DEADLINE
  const failure = phase.status === 'intro' ? phase.pendingRetry : phase
  if (failure?.status === 'failed' && failure.retryAt !== null) return failure.retryAt
  return getActivePage(phase)?.invitation.deadline ?? DEADLINE
}

export interface Step {
  before: ConnectPhase
  event: SessionEvent
  after: ConnectPhase
}

/** What happens to a page that nobody uses, while the backend mostly answers well. */
const unattended: fc.Arbitrary<SessionEvent> = fc.oneof(
  moment.chain((now) =>
    attempt.map((nextIdempotencyKey) => ({ ...tick(now), nextIdempotencyKey }) as SessionEvent),
  ),
  attempt.map((nextIdempotencyKey) => {
    const view = { id: CURRENT, status: 'EXPIRED', expiresInMs: 0 }
    return read(view, { nextIdempotencyKey })
  }),
  fc.tuple(fc.nat(1e6), fc.constantFrom(2_000, 3_600_000, 3_600_000, 3_600_000)).map(([n, deadline]) => {
    const fresh = invitation({ id: `i-${n + 1}`, deadline })
    return created({
      idempotencyKey: CURRENT,
      invitation: fresh,
      now: -WARNING_MS,
      nextIdempotencyKey: `a-${n}`,
    })
  }),
  fc.constant({ type: 'frame_loaded' as const, invitationId: CURRENT }),
)

/** Random ways through the reducer; some of them as if nobody was there. */
export const way: fc.Arbitrary<Step[]> = fc
  .tuple(
    anyPhase,
    fc.oneof(
      { weight: 4, arbitrary: fc.array(happening, { minLength: 1, maxLength: 40 }) },
      { weight: 1, arbitrary: fc.array(unattended, { minLength: 1, maxLength: 60 }) },
    ),
  )
  .map(([start, happenings]) => {
    let before = start
    return happenings.map((relative) => {
      const event = aim(relative, before)
      const step = { before, event, after: reduce(before, event) }
      before = step.after
      return step
    })
  })
