import type { InvitationReason, InvitationView } from '@nectar-connect/contract'
import type { SessionEvent } from './event.ts'
import { isOpened, type OpenedPhase, type Phase, type Purpose, type SubmittedConnection } from './phase.ts'

/**
 * The life of an embedded session as a pure function. What does not apply in a phase, and what answers an
 * invitation or attempt that is not the current one, changes nothing.
 */
export function reduce(phase: Phase, event: SessionEvent): Phase {
  switch (event.type) {
    case 'open':
      return open(phase, event)
    case 'consent':
      return phase.name === 'intro' ? requesting(event.purpose, 'open', event.attemptId) : phase
    case 'minted':
      if (phase.name !== 'requesting' || phase.attemptId !== event.attemptId) return phase
      return {
        name: 'loading',
        purpose: phase.purpose,
        invitation: event.invitation,
        placement: 'frame',
        touched: false,
      }
    case 'mint_failed':
      return mintFailed(phase, event)
    case 'frame_loaded':
      return shows(phase, event.invitationId) && phase.name === 'loading' ? { ...phase, name: 'live' } : phase
    case 'frame_touched':
      return shows(phase, event.invitationId) && !phase.touched ? { ...phase, touched: true } : phase
    case 'frame_failed':
      if (!shows(phase, event.invitationId) || phase.placement === 'tab') return phase
      return { name: 'failed', purpose: phase.purpose, error: event.error, attempt: null }
    case 'tab_opened':
      if (!shows(phase, event.invitationId)) return phase
      return { ...phase, name: 'live', placement: 'tab', touched: true }
    case 'invitation_read':
      return shows(phase, event.view.id) ? judge(phase, event) : phase
    case 'watch_failed':
      if (!shows(phase, event.invitationId)) return phase
      return { name: 'failed', purpose: phase.purpose, error: event.error, attempt: null }
    case 'deadline_near':
      return shows(phase, event.invitationId) && phase.name === 'live'
        ? { ...phase, name: 'expiring' }
        : phase
    case 'deadline_passed':
      return shows(phase, event.invitationId) ? { ...phase, name: 'checking' } : phase
    case 'renew':
      return renew(phase, event.attemptId)
    case 'retry':
      return phase.name === 'failed' ? retry(phase, event.attemptId) : phase
    case 'close':
      return close(phase)
    default:
      return event satisfies never
  }
}

function requesting(purpose: Purpose, reason: InvitationReason, attemptId: string): Phase {
  return { name: 'requesting', purpose, reason, attemptId }
}

/** Only a session at rest can be opened: a double click finds it under way. */
function open(phase: Phase, event: Extract<SessionEvent, { type: 'open' }>): Phase {
  switch (phase.name) {
    case 'idle':
    case 'closed':
    case 'submitted':
    case 'ended':
    case 'failed':
      return event.skipIntro
        ? requesting(event.purpose, 'retry', event.skipIntro.attemptId)
        : { name: 'intro', purpose: event.purpose }
    default:
      return phase
  }
}

function mintFailed(phase: Phase, event: Extract<SessionEvent, { type: 'mint_failed' }>): Phase {
  if (phase.name !== 'requesting' || phase.attemptId !== event.attemptId) return phase
  // When nobody can know whether an invitation was made, the server keeps answering so for this attempt:
  // going on is the customer's decision, and takes a new one.
  const isSpent = event.error.code === 'outcome_unknown' || event.error.code === 'attempt_conflict'
  return {
    name: 'failed',
    purpose: phase.purpose,
    error: event.error,
    attempt: isSpent ? null : { id: phase.attemptId, reason: phase.reason },
  }
}

function retry(phase: Extract<Phase, { name: 'failed' }>, freshAttemptId: string): Phase {
  const { id, reason } = phase.attempt ?? { id: freshAttemptId, reason: 'retry' }
  return requesting(phase.purpose, reason, id)
}

function shows(phase: Phase, invitationId: string): phase is OpenedPhase {
  return isOpened(phase) && phase.invitation.id === invitationId
}

function renew(phase: Phase, attemptId: string): Phase {
  switch (phase.name) {
    case 'live':
    case 'expiring':
      return requesting(phase.purpose, 'renew', attemptId)
    case 'expired':
      return requesting(phase.purpose, 'expired', attemptId)
    default:
      return phase
  }
}

/** What Nectar says decides: submitted is proved, ended is said, expired is replaced only under untouched hands. */
function judge(phase: OpenedPhase, event: Extract<SessionEvent, { type: 'invitation_read' }>): Phase {
  const { view } = event
  const { purpose } = phase
  if (wasUsed(phase, view)) {
    const connections = provedConnections(purpose, view)
    return { name: 'submitted', purpose, invitationId: view.id, connections, at: event.at }
  }
  switch (view.status) {
    case 'REVOKED':
      return { name: 'ended', purpose, cause: 'revoked' }
    case 'FULFILLED':
      return { name: 'ended', purpose, cause: 'fulfilled' }
    case 'EXPIRED':
      return phase.touched
        ? { name: 'expired', purpose, invitationId: view.id }
        : requesting(purpose, 'expired', event.freshAttemptId)
    default:
      return phase.name === 'checking' ? { ...phase, name: 'live' } : phase
  }
}

/** Proof of use. A reconnect creates nothing, so there the count, or the status, is the proof. */
export function wasUsed(
  { purpose, invitation }: Pick<OpenedPhase, 'purpose' | 'invitation'>,
  view: InvitationView,
): boolean {
  if (purpose.kind === 'contributor') return view.createdConnections.length > 0
  return view.useCount > invitation.useCount || view.status === 'FULFILLED'
}

/** The connections that a used invitation made, or the one it mended. */
export function provedConnections(purpose: Purpose, view: InvitationView): SubmittedConnection[] {
  if (purpose.kind === 'reconnect') return [{ id: purpose.connectionId, providerName: null }]
  return view.createdConnections.map(({ id, providerName }) => ({ id, providerName }))
}

function close(phase: Phase): Phase {
  if (phase.name === 'closed') return phase
  return {
    name: 'closed',
    left: isOpened(phase) ? { purpose: phase.purpose, invitation: phase.invitation } : null,
  }
}
