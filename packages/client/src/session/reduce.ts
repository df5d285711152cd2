import type { InvitationReason } from '@nectar-connect/contract/wire'
import { ConnectError } from '../lib/connect-error.ts'
import type { SessionEvent } from './event.ts'
import { applyInvitationStatus, getCreatedConnections, TOLERANCE_MS, wasUsed } from './invitation-status.ts'
import {
  type ConnectIntent,
  type ConnectPhase,
  canReplaceSilently,
  type FailedPhase,
  getActivePage,
  type HostedPageState,
  isOpened,
  type OpenedPhase,
  requesting,
  requestReplacement,
  warnAt,
  withPage,
} from './phase.ts'

/** After so many useless answers, it is a failure. */
export const MAX_STALE_RESPONSES = 3

/**
 * The life of an embedded session as a pure function. What does not apply in a phase, and what answers an
 * invitation or attempt that is not the current one, changes nothing.
 */
export function reduce(phase: ConnectPhase, event: SessionEvent): ConnectPhase {
  switch (event.type) {
    case 'open':
      return open(phase, event)
    case 'consent':
      return phase.status === 'intro' ? consent(phase, event) : phase
    case 'created':
      return created(phase, event)
    case 'create_failed':
      return createFailed(phase, event)
    case 'frame_loaded':
      return shows(phase, event.invitationId) && phase.status === 'loading'
        ? { ...phase, status: 'open' }
        : phase
    case 'frame_touched':
      return shows(phase, event.invitationId) && !phase.touched
        ? { ...phase, touched: true, viewed: true }
        : phase
    case 'frame_failed':
      if (!shows(phase, event.invitationId) || phase.display === 'tab') return phase
      return failed(phase.intent, event.error, pageOf(phase))
    case 'tab_opened':
      return tabOpened(phase, event.invitationId)
    case 'frame_reopened':
      if (!shows(phase, event.invitationId) || phase.display !== 'tab') return phase
      return { ...phase, status: 'loading', display: 'both' }
    case 'invitation_read':
      return getActivePage(phase)?.invitation.id === event.view.id
        ? applyInvitationStatus(phase, event)
        : phase
    case 'watch_failed':
      return watchFailed(phase, event)
    case 'tick':
      return tick(phase, event)
    case 'proved':
      return proved(phase, event)
    case 'resumed':
      return resumed(phase, event)
    case 'renew':
      return renew(phase, event.idempotencyKey)
    case 'retry':
      return phase.status === 'failed' ? retry(phase, event) : phase
    case 'close':
      return phase.status === 'closed' ? phase : { status: 'closed', pendingRetry: pendingRetry(phase) }
    default:
      return event satisfies never
  }
}

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>

function failed(intent: ConnectIntent, error: ConnectError, page: HostedPageState | null): ConnectPhase {
  return { status: 'failed', intent, error, request: null, retryAt: null, page }
}

/** Only a session at rest can be opened: a double click finds it under way. */
function open(phase: ConnectPhase, event: Of<'open'>): ConnectPhase {
  switch (phase.status) {
    case 'idle':
    case 'closed':
    case 'submitted':
    case 'closedByNectar':
    case 'failed':
    case 'expired':
      return event.skipIntro
        ? requesting(event.intent, 'retry', event.skipIntro.idempotencyKey)
        : { status: 'intro', intent: event.intent, pendingRetry: pendingRetry(phase, event.intent) }
    default:
      return phase
  }
}

function consent(
  { pendingRetry: failure }: Extract<ConnectPhase, { status: 'intro' }>,
  { intent, idempotencyKey, now }: Of<'consent'>,
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

const OVER = ['EXPIRED', 'REVOKED', 'FULFILLED']

/** A new invitation has to be usable now, and for longer than the one it replaces. */
function created(phase: ConnectPhase, event: Of<'created'>): ConnectPhase {
  if (phase.status !== 'requesting' || phase.idempotencyKey !== event.idempotencyKey) return phase
  const { intent, renewals, mustExpireAfter, staleResponses } = phase
  const { deadline } = event.invitation
  const isUsable = !OVER.includes(event.status) && (deadline === null || deadline > event.now)
  const isLonger = deadline === null || mustExpireAfter === null || deadline >= mustExpireAfter + TOLERANCE_MS
  if (isUsable && isLonger) {
    const { invitation } = event
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
  if (staleResponses + 1 < MAX_STALE_RESPONSES) {
    return { ...phase, idempotencyKey: event.nextIdempotencyKey, staleResponses: staleResponses + 1 }
  }
  return failed(intent, new ConnectError('invitation_stale'), null)
}

function createFailed(
  phase: ConnectPhase,
  { idempotencyKey, error, now, nextIdempotencyKey }: Of<'create_failed'>,
): ConnectPhase {
  if (phase.status !== 'requesting' || phase.idempotencyKey !== idempotencyKey) return phase
  // The host's input has changed: that is another request.
  if (error.code === 'idempotency_conflict' && phase.staleResponses + 1 < MAX_STALE_RESPONSES) {
    return { ...phase, idempotencyKey: nextIdempotencyKey, staleResponses: phase.staleResponses + 1 }
  }
  // While it is unknown whether an invitation was made, the server gives this attempt the same answer:
  // the customer decides to go on, with a new attempt.
  const isSpent = error.code === 'outcome_unknown' || error.code === 'idempotency_conflict'
  return {
    status: 'failed',
    intent: phase.intent,
    error,
    request: isSpent
      ? null
      : { idempotencyKey, reason: phase.reason, mustExpireAfter: phase.mustExpireAfter },
    retryAt: error.retryAfterMs === null ? null : now + error.retryAfterMs,
    page: null,
  }
}

function retry(phase: FailedPhase, event: { idempotencyKey: string; now: number }): ConnectPhase {
  if (phase.retryAt !== null && event.now < phase.retryAt) return phase
  const { idempotencyKey, reason, mustExpireAfter } = phase.request ?? {
    idempotencyKey: event.idempotencyKey,
    reason: 'retry',
    mustExpireAfter: null,
  }
  return requesting(phase.intent, reason, idempotencyKey, { mustExpireAfter, renewals: 0 })
}

function shows(phase: ConnectPhase, invitationId: string): phase is OpenedPhase {
  return isOpened(phase) && phase.invitation.id === invitationId
}

function pageOf({
  intent,
  invitation,
  display,
  touched,
  viewed,
  renewals,
  connectivityError,
}: HostedPageState): HostedPageState {
  return { intent, invitation, display, touched, viewed, renewals, connectivityError }
}

function tabOpened(phase: ConnectPhase, invitationId: string): ConnectPhase {
  const page = getActivePage(phase)
  if (page?.invitation.id !== invitationId || page.display === 'tab') return phase
  return { ...pageOf(page), status: 'open', display: 'tab', touched: true }
}

function watchFailed(phase: ConnectPhase, { invitationId, error }: Of<'watch_failed'>): ConnectPhase {
  const page = getActivePage(phase)
  if (page?.invitation.id !== invitationId) return phase
  if (error.code === 'not_found') return failed(page.intent, error, null)
  return isOpened(phase) ? { ...phase, connectivityError: error } : phase
}

function tick(phase: ConnectPhase, { now, isVisible, nextIdempotencyKey }: Of<'tick'>): ConnectPhase {
  const page = getActivePage(phase)
  const warning = page && warnAt(page.invitation)
  const deadline = page?.invitation.deadline
  if (!page || deadline == null || warning === null || now < warning) return phase
  if (!isOpened(phase)) return now < deadline ? phase : withPage(phase, null)
  if (now >= deadline) return phase.status === 'checking' ? phase : { ...phase, status: 'checking' }
  if (phase.status !== 'open') return phase
  if (canReplaceSilently(phase, isVisible) && phase.connectivityError === null) {
    return requestReplacement(phase, 'renewal', nextIdempotencyKey, deadline)
  }
  const isForCustomer = phase.touched || isVisible
  return isForCustomer ? { ...phase, status: 'expiring' } : phase
}

function renew(phase: ConnectPhase, idempotencyKey: string): ConnectPhase {
  switch (phase.status) {
    case 'open':
    case 'expiring':
      return renewed(phase, 'renewal', idempotencyKey)
    case 'checking':
      // Its time is over, and it is unknown whether it was used: the customer need not wait.
      return phase.connectivityError ? renewed(phase, 'expired', idempotencyKey) : phase
    case 'expired':
      return requesting(phase.intent, 'expired', idempotencyKey)
    default:
      return phase
  }
}

function renewed(
  { intent, invitation }: OpenedPhase,
  reason: InvitationReason,
  idempotencyKey: string,
): ConnectPhase {
  return requesting(intent, reason, idempotencyKey, { mustExpireAfter: invitation.deadline, renewals: 0 })
}

/** The page that the customer just left was used. A fresh one is not needed then, unless they are using it. */
function proved(phase: ConnectPhase, { intent, invitationId, connections, at }: Of<'proved'>): ConnectPhase {
  const isWaiting = phase.status === 'requesting' || (isOpened(phase) && !phase.touched)
  return isWaiting && isSameIntent(phase.intent, intent)
    ? { status: 'submitted', intent, invitationId, connections, at }
    : phase
}

function resumed(phase: ConnectPhase, event: Of<'resumed'>): ConnectPhase {
  if (phase.status !== 'idle' && phase.status !== 'intro') return phase
  const { intent, view } = event
  if (wasUsed(event, view)) {
    const connections = getCreatedConnections(intent, view)
    return { status: 'submitted', intent, invitationId: view.id, connections, at: event.at }
  }
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
