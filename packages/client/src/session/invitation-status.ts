import type { InvitationView } from '@nectar-connect/contract/wire'
import type { SessionEvent } from './event.ts'
import {
  type ConnectIntent,
  type ConnectPhase,
  canReplaceSilently,
  getActivePage,
  isOpened,
  type OpenedPhase,
  requestReplacement,
  type SubmittedConnection,
  warnAt,
  withPage,
} from './phase.ts'

type Reading = Extract<SessionEvent, { type: 'invitation_read' }>

/** Nectar's answer decides: a proved use is `submitted`, an end is shown, and only an untouched page is replaced when it expires. */
export function applyInvitationStatus(phase: ConnectPhase, event: Reading): ConnectPhase {
  const page = getActivePage(phase)
  if (!page) return phase
  const { view } = event
  const { intent } = page
  if (wasUsed(page, view)) {
    const connections = getCreatedConnections(intent, view)
    return { status: 'submitted', intent, invitationId: view.id, connections, at: event.at }
  }
  switch (view.status) {
    case 'REVOKED':
      return { status: 'closedByNectar', intent, reason: 'revoked' }
    case 'FULFILLED':
      return { status: 'closedByNectar', intent, reason: 'fulfilled' }
    case 'EXPIRED':
      return isOpened(phase) ? expired(phase, event) : withPage(phase, null)
    default:
      return isOverdue(phase, event) ? expired(phase, event) : reckon(phase, event)
  }
}

function expired(page: OpenedPhase, { isVisible, nextIdempotencyKey }: Reading): ConnectPhase {
  if (canReplaceSilently(page, isVisible))
    return requestReplacement(page, 'expired', nextIdempotencyKey, null)
  if (!page.touched && !isVisible) return page.status === 'checking' ? page : { ...page, status: 'checking' }
  return { status: 'expired', intent: page.intent, cause: 'time' }
}

/** Deadlines that differ by less than this, in milliseconds, count as the same: the server answers up to 2 s short. */
export const TOLERANCE_MS = 2_500

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < TOLERANCE_MS
}

function hasRunOut({ expiresInMs }: InvitationView): boolean {
  return expiresInMs !== null && expiresInMs <= 0
}

/** Nectar may be late to say that it is over. It is over when both its clock and this one say so. */
function isOverdue(phase: ConnectPhase, { view, now }: Reading): phase is OpenedPhase {
  if (phase.status !== 'checking' || !hasRunOut(view)) return false
  const { deadline } = phase.invitation
  return deadline !== null && now >= deadline + TOLERANCE_MS
}

/** Still usable: Nectar's answer on the time left replaces what was counted here. */
function reckon(phase: ConnectPhase, { view, now }: Reading): ConnectPhase {
  const page = getActivePage(phase)
  const isDoubtful = phase.status === 'checking' || phase.status === 'failed'
  if (!page || (isDoubtful && hasRunOut(view))) return phase
  const told = view.expiresInMs === null ? null : now + view.expiresInMs
  const known = page.invitation.deadline
  const isSame = told === known || (told !== null && known !== null && isNear(told, known) && now < known)
  const invitation = isSame ? page.invitation : { ...page.invitation, deadline: told }
  const viewed = page.viewed || view.opened === true
  const isAsKnown = isSame && viewed === page.viewed
  if (!isOpened(phase)) return isAsKnown ? phase : withPage(phase, { ...page, invitation, viewed })
  const warning = warnAt(invitation)
  const isRunningOut = warning !== null && now >= warning
  const status =
    phase.status === 'checking' || (phase.status === 'expiring' && !isRunningOut) ? 'open' : phase.status
  if (isAsKnown && status === phase.status && phase.connectivityError === null) return phase
  return { ...phase, status, invitation, viewed, connectivityError: null }
}

/** Proof of use. A reconnect creates nothing, so there the count, or the status, is the proof. */
export function wasUsed(
  { intent, invitation }: { intent: ConnectIntent; invitation: { useCount: number } },
  view: InvitationView,
): boolean {
  if (intent.kind === 'contributor') return view.createdConnections.length > 0
  return view.useCount > invitation.useCount || view.status === 'FULFILLED'
}

/** The connections that a used invitation made, or the one it mended. */
export function getCreatedConnections(intent: ConnectIntent, view: InvitationView): SubmittedConnection[] {
  if (intent.kind === 'reconnect') return [{ id: intent.connectionId, providerName: null }]
  return view.createdConnections.map(({ id, providerName }) => ({ id, providerName }))
}
