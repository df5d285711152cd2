import type { InvitationView } from '@nectar-connect/contract/wire'
import type { EventOf } from './event.ts'
import {
  type ConnectIntent,
  type ConnectPhase,
  failed,
  getActivePage,
  type HostedPageState,
  isOpened,
  type OpenedPhase,
  requesting,
  type SubmittedConnection,
  warnAt,
} from './phase.ts'

/** What can happen to Nectar's page. */
type PageEvent = EventOf<
  | 'frame_loaded'
  | 'frame_touched'
  | 'frame_failed'
  | 'frame_reopened'
  | 'tab_opened'
  | 'invitation_read'
  | 'watch_failed'
  | 'tick'
  | 'renew'
>

/** How often in a row an untouched page is replaced without asking: the customer may have left. */
export const MAX_SILENT_RENEWALS = 5

/** Deadlines that differ by less than this, in milliseconds, count as the same: the server answers up to 2 s short. */
export const TOLERANCE_MS = 2_500

/** The part of the reducer that concerns Nectar's page, for as long as the session owns one. */
export function reducePage(phase: ConnectPhase, event: PageEvent): ConnectPhase {
  if (event.type === 'renew') return renew(phase, event.idempotencyKey)
  const page = getActivePage(phase)
  if (!page) return phase
  if (event.type === 'tick') return tick(phase, page, event)
  const id = event.type === 'invitation_read' ? event.view.id : event.invitationId
  if (id !== page.invitation.id) return phase
  switch (event.type) {
    case 'frame_loaded':
      return phase.status === 'loading' ? { ...phase, status: 'open' } : phase
    case 'frame_touched':
      return isOpened(phase) && !phase.touched ? { ...phase, touched: true, viewed: true } : phase
    case 'frame_failed': {
      if (!isOpened(phase) || phase.display === 'tab') return phase
      const { status: _, ...held } = phase
      return failed(phase.intent, event.error, held)
    }
    case 'frame_reopened':
      if (!isOpened(phase) || phase.display !== 'tab') return phase
      return { ...phase, status: 'loading', display: 'both' }
    case 'tab_opened':
      return page.display === 'tab' ? phase : { ...page, status: 'open', display: 'tab', touched: true }
    case 'invitation_read':
      return readInvitation(phase, page, event)
    case 'watch_failed':
      if (event.error.code === 'not_found') return failed(page.intent, event.error)
      return isOpened(phase) ? { ...phase, connectivityError: event.error } : phase
    default:
      return event satisfies never
  }
}

/** Nectar's answer decides: a proved use is `submitted`, an end is shown, and only an untouched page is replaced when it expires. */
function readInvitation(phase: ConnectPhase, page: HostedPageState, event: EventOf<'invitation_read'>) {
  const { view } = event
  const { intent } = page
  if (wasUsed(page, view)) return submitted(intent, view, event.at)
  switch (view.status) {
    case 'REVOKED':
      return { status: 'closedByNectar', intent, reason: 'revoked' } as const
    case 'FULFILLED':
      return { status: 'closedByNectar', intent, reason: 'fulfilled' } as const
    case 'EXPIRED':
      return isOpened(phase) ? expired(phase, event) : withPage(phase, null)
    default:
      return isOverdue(phase, event) ? expired(phase, event) : correctDeadline(phase, page, event)
  }
}

function expired(page: OpenedPhase, event: EventOf<'invitation_read'>): ConnectPhase {
  const { isVisible, nextIdempotencyKey } = event
  if (canReplaceSilently(page, isVisible)) {
    return requesting(page.intent, 'expired', nextIdempotencyKey, { renewals: page.renewals + 1 })
  }
  if (!page.touched && !isVisible) return checking(page)
  return { status: 'expired', intent: page.intent, cause: 'time' }
}

/** Nectar may be late to say that it is over. It is over when both its clock and this one say so. */
function isOverdue(phase: ConnectPhase, { view, now }: EventOf<'invitation_read'>): phase is OpenedPhase {
  if (phase.status !== 'checking' || !hasRunOut(view)) return false
  const { deadline } = phase.invitation
  return deadline !== null && now >= deadline + TOLERANCE_MS
}

/** Still usable: Nectar's answer on the time left replaces what was counted here. */
function correctDeadline(
  phase: ConnectPhase,
  page: HostedPageState,
  { view, now }: EventOf<'invitation_read'>,
): ConnectPhase {
  const isDoubtful = phase.status === 'checking' || phase.status === 'failed'
  if (isDoubtful && hasRunOut(view)) return phase
  const told = view.expiresInMs === null ? null : now + view.expiresInMs
  const known = page.invitation.deadline
  const isNear = told !== null && known !== null && Math.abs(told - known) < TOLERANCE_MS && now < known
  const isSame = told === known || isNear
  const invitation = isSame ? page.invitation : { ...page.invitation, deadline: told }
  const viewed = page.viewed || view.opened === true
  const isAsKnown = isSame && viewed === page.viewed
  if (!isOpened(phase)) return isAsKnown ? phase : withPage(phase, { ...page, invitation, viewed })
  const warning = warnAt(invitation)
  const isRunningOut = warning !== null && now >= warning
  const isGood = phase.status === 'checking' || (phase.status === 'expiring' && !isRunningOut)
  if (isAsKnown && !isGood && phase.connectivityError === null) return phase
  const status = isGood ? 'open' : phase.status
  return { ...phase, status, invitation, viewed, connectivityError: null }
}

function hasRunOut({ expiresInMs }: InvitationView): boolean {
  return expiresInMs !== null && expiresInMs <= 0
}

function tick(phase: ConnectPhase, page: HostedPageState, { now, isVisible, ...event }: EventOf<'tick'>) {
  const { deadline } = page.invitation
  const warning = warnAt(page.invitation)
  if (deadline === null || warning === null || now < warning) return phase
  if (!isOpened(phase)) return now < deadline ? phase : withPage(phase, null)
  if (now >= deadline) return checking(phase)
  if (phase.status !== 'open') return phase
  if (canReplaceSilently(phase, isVisible) && phase.connectivityError === null) {
    const replaced = { mustExpireAfter: deadline, renewals: phase.renewals + 1 }
    return requesting(phase.intent, 'renewal', event.nextIdempotencyKey, replaced)
  }
  const isForCustomer = phase.touched || isVisible
  return isForCustomer ? ({ ...phase, status: 'expiring' } as const) : phase
}

/** The customer asked for a fresh page. */
function renew(phase: ConnectPhase, idempotencyKey: string): ConnectPhase {
  switch (phase.status) {
    case 'open':
    case 'expiring':
      return requesting(phase.intent, 'renewal', idempotencyKey, {
        mustExpireAfter: phase.invitation.deadline,
      })
    case 'checking':
      // Its time is over, and it is unknown whether it was used: the customer need not wait.
      if (!phase.connectivityError) return phase
      return requesting(phase.intent, 'expired', idempotencyKey, {
        mustExpireAfter: phase.invitation.deadline,
      })
    case 'expired':
      return requesting(phase.intent, 'expired', idempotencyKey)
    default:
      return phase
  }
}

function checking(phase: OpenedPhase): OpenedPhase {
  return phase.status === 'checking' ? phase : { ...phase, status: 'checking' }
}

/** A failure with another page in waiting, or none. */
function withPage(phase: ConnectPhase, page: HostedPageState | null): ConnectPhase {
  return phase.status === 'failed' ? { ...phase, page } : phase
}

/** Whether a page may be replaced without asking: it is untouched and visible, and was not replaced too often. */
function canReplaceSilently(page: HostedPageState, isVisible: boolean): boolean {
  return !page.touched && isVisible && page.renewals < MAX_SILENT_RENEWALS
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

/** The invitation was used. */
export function submitted(intent: ConnectIntent, view: InvitationView, at: string): ConnectPhase {
  const connections = getCreatedConnections(intent, view)
  return { status: 'submitted', intent, invitationId: view.id, connections, at }
}
