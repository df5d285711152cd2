import type { InvitationReason } from '@nectar-connect/contract/wire'
import { ConnectError } from '../lib/connect-error.ts'
import type { SessionEvent } from './event.ts'
import { applyInvitationStatus, getCreatedConnections, TOLERANCE_MS, wasUsed } from './invitation-status.ts'
import {
  type ActivePage,
  type ConnectIntent,
  canReplaceSilently,
  type FailedPhase,
  getActivePage,
  isOpened,
  type OpenedPhase,
  type Phase,
  requesting,
  requestReplacement,
  warnAt,
  withPage,
} from './phase.ts'

/** Answers that were of no use before it is called a failure. */
export const MAX_STALE_RESPONSES = 3

/**
 * The life of an embedded session as a pure function. What does not apply in a phase, and what answers an
 * invitation or attempt that is not the current one, changes nothing.
 */
export function reduce(phase: Phase, event: SessionEvent): Phase {
  switch (event.type) {
    case 'open':
      return open(phase, event)
    case 'consent':
      return phase.name === 'intro' ? consent(phase, event) : phase
    case 'minted':
      return minted(phase, event)
    case 'mint_failed':
      return mintFailed(phase, event)
    case 'frame_loaded':
      return shows(phase, event.invitationId) && phase.name === 'loading' ? { ...phase, name: 'open' } : phase
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
      return { ...phase, name: 'loading', display: 'both' }
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
      return phase.name === 'failed' ? retry(phase, event) : phase
    case 'close':
      return phase.name === 'closed' ? phase : { name: 'closed', pendingRetry: pendingRetry(phase) }
    default:
      return event satisfies never
  }
}

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>

function failed(intent: ConnectIntent, error: ConnectError, page: ActivePage | null): Phase {
  return { name: 'failed', intent, error, attempt: null, retryAt: null, page }
}

/** Only a session at rest can be opened: a double click finds it under way. */
function open(phase: Phase, event: Of<'open'>): Phase {
  switch (phase.name) {
    case 'idle':
    case 'closed':
    case 'submitted':
    case 'closedByNectar':
    case 'failed':
    case 'expired':
      return event.skipIntro
        ? requesting(event.intent, 'retry', event.skipIntro.idempotencyKey)
        : { name: 'intro', intent: event.intent, pendingRetry: pendingRetry(phase, event.intent) }
    default:
      return phase
  }
}

function consent(
  { pendingRetry: failure }: Extract<Phase, { name: 'intro' }>,
  { intent, idempotencyKey, now }: Of<'consent'>,
): Phase {
  if (!failure) return requesting(intent, 'first', idempotencyKey)
  return retry({ ...failure, intent }, { idempotencyKey, now })
}

/** What closing and opening do not undo: an answer that may have been lost, and a server that wants to be left alone. */
function pendingRetry(phase: Phase, intent?: ConnectIntent): FailedPhase | null {
  const failure = phase.name === 'failed' ? phase : 'pendingRetry' in phase ? phase.pendingRetry : null
  if (!failure || (failure.attempt === null && failure.retryAt === null)) return null
  return intent === undefined || isSameIntent(failure.intent, intent) ? failure : null
}

const OVER = ['EXPIRED', 'REVOKED', 'FULFILLED']

/** An answer has to be good for something: usable now, and for longer than what it replaces. */
function minted(phase: Phase, event: Of<'minted'>): Phase {
  if (phase.name !== 'requesting' || phase.idempotencyKey !== event.idempotencyKey) return phase
  const { intent, renewals, mustExpireAfter, staleResponses } = phase
  const { deadline } = event.invitation
  const isUsable = !OVER.includes(event.status) && (deadline === null || deadline > event.now)
  const isLonger = deadline === null || mustExpireAfter === null || deadline >= mustExpireAfter + TOLERANCE_MS
  if (isUsable && isLonger) {
    const { invitation } = event
    return {
      name: 'loading',
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
    return { ...phase, idempotencyKey: event.freshAttemptId, staleResponses: staleResponses + 1 }
  }
  return failed(intent, new ConnectError('invitation_stale'), null)
}

function mintFailed(phase: Phase, { idempotencyKey, error, now, freshAttemptId }: Of<'mint_failed'>): Phase {
  if (phase.name !== 'requesting' || phase.idempotencyKey !== idempotencyKey) return phase
  // The host wants something else by now: that is another wish.
  if (error.code === 'idempotency_conflict' && phase.staleResponses + 1 < MAX_STALE_RESPONSES) {
    return { ...phase, idempotencyKey: freshAttemptId, staleResponses: phase.staleResponses + 1 }
  }
  // When nobody can know whether an invitation was made, the server keeps answering so for this attempt:
  // going on is the customer's decision, and takes a new one.
  const isSpent = error.code === 'outcome_unknown' || error.code === 'idempotency_conflict'
  return {
    name: 'failed',
    intent: phase.intent,
    error,
    attempt: isSpent
      ? null
      : { id: idempotencyKey, reason: phase.reason, mustExpireAfter: phase.mustExpireAfter },
    retryAt: error.retryAfterMs === null ? null : now + error.retryAfterMs,
    page: null,
  }
}

function retry(phase: FailedPhase, event: { idempotencyKey: string; now: number }): Phase {
  if (phase.retryAt !== null && event.now < phase.retryAt) return phase
  const { id, reason, mustExpireAfter } = phase.attempt ?? {
    id: event.idempotencyKey,
    reason: 'retry',
    mustExpireAfter: null,
  }
  return requesting(phase.intent, reason, id, { mustExpireAfter, renewals: 0 })
}

function shows(phase: Phase, invitationId: string): phase is OpenedPhase {
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
}: ActivePage): ActivePage {
  return { intent, invitation, display, touched, viewed, renewals, connectivityError }
}

function tabOpened(phase: Phase, invitationId: string): Phase {
  const page = getActivePage(phase)
  if (page?.invitation.id !== invitationId || page.display === 'tab') return phase
  return { ...pageOf(page), name: 'open', display: 'tab', touched: true }
}

function watchFailed(phase: Phase, { invitationId, error }: Of<'watch_failed'>): Phase {
  const page = getActivePage(phase)
  if (page?.invitation.id !== invitationId) return phase
  if (error.code === 'not_found') return failed(page.intent, error, null)
  return isOpened(phase) ? { ...phase, connectivityError: error } : phase
}

function tick(phase: Phase, { now, isVisible, freshAttemptId }: Of<'tick'>): Phase {
  const page = getActivePage(phase)
  const warning = page && warnAt(page.invitation)
  const deadline = page?.invitation.deadline
  if (!page || deadline == null || warning === null || now < warning) return phase
  if (!isOpened(phase)) return now < deadline ? phase : withPage(phase, null)
  if (now >= deadline) return phase.name === 'checking' ? phase : { ...phase, name: 'checking' }
  if (phase.name !== 'open') return phase
  if (canReplaceSilently(phase, isVisible) && phase.connectivityError === null) {
    return requestReplacement(phase, 'renewal', freshAttemptId, deadline)
  }
  const isForCustomer = phase.touched || isVisible
  return isForCustomer ? { ...phase, name: 'expiring' } : phase
}

function renew(phase: Phase, idempotencyKey: string): Phase {
  switch (phase.name) {
    case 'open':
    case 'expiring':
      return renewed(phase, 'renewal', idempotencyKey)
    case 'checking':
      // Its time is over, and nobody can say whether it was used: to wait is not the only way on.
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
): Phase {
  return requesting(intent, reason, idempotencyKey, { mustExpireAfter: invitation.deadline, renewals: 0 })
}

/** The page that the customer just left was used after all. A fresh one is of no use then, unless they are in it. */
function proved(phase: Phase, { intent, invitationId, connections, at }: Of<'proved'>): Phase {
  const isWaiting = phase.name === 'requesting' || (isOpened(phase) && !phase.touched)
  return isWaiting && isSameIntent(phase.intent, intent)
    ? { name: 'submitted', intent, invitationId, connections, at }
    : phase
}

function resumed(phase: Phase, event: Of<'resumed'>): Phase {
  if (phase.name !== 'idle' && phase.name !== 'intro') return phase
  const { intent, view } = event
  if (wasUsed(event, view)) {
    const connections = getCreatedConnections(intent, view)
    return { name: 'submitted', intent, invitationId: view.id, connections, at: event.at }
  }
  if (view.status === 'REVOKED' && !event.wasRevoked)
    return { name: 'closedByNectar', intent, reason: 'revoked' }
  if (view.status === 'FULFILLED') return { name: 'closedByNectar', intent, reason: 'fulfilled' }
  if (!event.touched || !event.isReload) return phase
  return { name: 'expired', intent, cause: 'interrupted' }
}

function isSameIntent(one: ConnectIntent, other: ConnectIntent): boolean {
  if (one.kind === 'contributor') return other.kind === 'contributor'
  return other.kind === 'reconnect' && one.connectionId === other.connectionId
}
