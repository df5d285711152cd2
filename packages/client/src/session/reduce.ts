import { ConnectError } from '../lib/connect-error.ts'
import type { EventOf, SessionEvent } from './event.ts'
import {
  type ConnectIntent,
  type ConnectPhase,
  type FailedPhase,
  failed,
  isOpened,
  type PhaseStatus,
  requesting,
} from './phase.ts'
import { reducePage, submitted, TOLERANCE_MS, wasUsed } from './reduce-page.ts'

type In<Status extends PhaseStatus> = Extract<ConnectPhase, { status: Status }>

/** After so many useless answers, it is a failure. */
export const MAX_STALE_RESPONSES = 3

/** A session as a pure function. What does not apply in a phase, or answers something earlier, changes nothing. */
export function reduce(phase: ConnectPhase, event: SessionEvent): ConnectPhase {
  switch (event.type) {
    case 'open':
      return open(phase, event)
    case 'consent':
      return phase.status === 'intro' ? consent(phase, event) : phase
    case 'created':
      return isAnswered(phase, event) ? created(phase, event) : phase
    case 'create_failed':
      return isAnswered(phase, event) ? createFailed(phase, event) : phase
    case 'proved':
      return proved(phase, event)
    case 'resumed':
      return phase.status === 'idle' || phase.status === 'intro' ? resumed(phase, event) : phase
    case 'retry':
      return phase.status === 'failed' ? retry(phase, event) : phase
    case 'close':
      return phase.status === 'closed' ? phase : { status: 'closed', pendingRetry: pendingRetry(phase) }
    default:
      return reducePage(phase, event)
  }
}

const AT_REST: PhaseStatus[] = ['idle', 'closed', 'submitted', 'closedByNectar', 'failed', 'expired']

/** Only a session at rest can be opened: a double click finds it under way. */
function open(phase: ConnectPhase, { intent, skipIntro }: EventOf<'open'>): ConnectPhase {
  if (!AT_REST.includes(phase.status)) return phase
  if (skipIntro) return requesting(intent, 'retry', skipIntro.idempotencyKey)
  return { status: 'intro', intent, pendingRetry: pendingRetry(phase, intent) }
}

function consent(
  { pendingRetry: failure }: In<'intro'>,
  { intent, idempotencyKey, now }: EventOf<'consent'>,
): ConnectPhase {
  if (!failure) return requesting(intent, 'first', idempotencyKey)
  return retry({ ...failure, intent }, { idempotencyKey, now })
}

/** A failure that outlives closing and opening: its answer may have been lost, or the server asked to wait. */
function pendingRetry(phase: ConnectPhase, intent?: ConnectIntent): FailedPhase | null {
  const failure = phase.status === 'failed' ? phase : 'pendingRetry' in phase ? phase.pendingRetry : null
  if (!failure || (failure.request === null && failure.retryAt === null)) return null
  return intent === undefined || isSameIntent(failure.intent, intent) ? failure : null
}

function isAnswered(phase: ConnectPhase, event: { idempotencyKey: string }): phase is In<'requesting'> {
  return phase.status === 'requesting' && phase.idempotencyKey === event.idempotencyKey
}

const OVER = ['EXPIRED', 'REVOKED', 'FULFILLED']

/** A new invitation has to be usable now, and for longer than the one it replaces. */
function created(phase: In<'requesting'>, event: EventOf<'created'>): ConnectPhase {
  const { intent, renewals, mustExpireAfter } = phase
  const { invitation } = event
  const { deadline } = invitation
  const isUsable = !OVER.includes(event.status) && (deadline === null || deadline > event.now)
  const isLonger = deadline === null || mustExpireAfter === null || deadline >= mustExpireAfter + TOLERANCE_MS
  if (isUsable && isLonger) {
    return {
      status: 'loading',
      intent,
      invitation,
      display: 'frame',
      touched: false,
      viewed: false,
      renewals,
      connectivityError: null,
    }
  }
  return askAgain(phase, event) ?? failed(intent, new ConnectError('invitation_stale'))
}

function createFailed(phase: In<'requesting'>, event: EventOf<'create_failed'>): ConnectPhase {
  const { error, now } = event
  const { idempotencyKey, intent, reason, mustExpireAfter } = phase
  // The host's input has changed: that is another request.
  const isConflict = error.code === 'idempotency_conflict'
  const next = isConflict ? askAgain(phase, event) : null
  if (next) return next
  // While it is unknown whether an invitation was made, the server gives this attempt the same answer:
  // the customer decides to go on, with a new attempt.
  const isSpent = isConflict || error.code === 'outcome_unknown'
  const request = isSpent ? null : { idempotencyKey, reason, mustExpireAfter }
  const retryAt = error.retryAfterMs === null ? null : now + error.retryAfterMs
  return { status: 'failed', intent, error, request, retryAt, page: null }
}

/** The same as another request; null where that was of no use too often. */
function askAgain(phase: In<'requesting'>, event: { nextIdempotencyKey: string }): ConnectPhase | null {
  const staleResponses = phase.staleResponses + 1
  if (staleResponses >= MAX_STALE_RESPONSES) return null
  return { ...phase, idempotencyKey: event.nextIdempotencyKey, staleResponses }
}

function retry(phase: FailedPhase, event: { idempotencyKey: string; now: number }): ConnectPhase {
  const { intent, request, retryAt } = phase
  if (retryAt !== null && event.now < retryAt) return phase
  if (request === null) return requesting(intent, 'retry', event.idempotencyKey)
  return requesting(intent, request.reason, request.idempotencyKey, {
    mustExpireAfter: request.mustExpireAfter,
  })
}

/** The page that the customer just left was used. A fresh one is not needed then, unless they are using it. */
function proved(
  phase: ConnectPhase,
  { intent, invitationId, connections, at }: EventOf<'proved'>,
): ConnectPhase {
  const isWaiting = phase.status === 'requesting' || (isOpened(phase) && !phase.touched)
  return isWaiting && isSameIntent(phase.intent, intent)
    ? { status: 'submitted', intent, invitationId, connections, at }
    : phase
}

/** How a session ended that an earlier load of the page had open. */
function resumed(phase: ConnectPhase, event: EventOf<'resumed'>): ConnectPhase {
  const { intent, view } = event
  if (wasUsed(event, view)) return submitted(intent, view, event.at)
  if (view.status === 'REVOKED' && !event.wasRevoked)
    return { status: 'closedByNectar', intent, reason: 'revoked' }
  if (view.status === 'FULFILLED') return { status: 'closedByNectar', intent, reason: 'fulfilled' }
  if (!event.touched || !event.isReload) return phase
  return { status: 'expired', intent, cause: 'interrupted' }
}

function isSameIntent(one: ConnectIntent, other: ConnectIntent): boolean {
  if (one.kind === 'contributor') return other.kind === 'contributor'
  return other.kind === 'reconnect' && one.connectionId === other.connectionId
}
