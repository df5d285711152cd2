import type { InvitationView } from '@nectar-connect/contract/wire'
import type { SessionEvent } from '../session/event.ts'
import type {
  ConnectIntent,
  ConnectPhase,
  HostedPageState,
  OpenedPhase,
  OpenInvitation,
} from '../session/phase.ts'
import { CREATED_INVITATION } from './created-invitation.ts'

export const CONTRIBUTOR: ConnectIntent = { kind: 'contributor' }
export const RECONNECT: ConnectIntent = { kind: 'reconnect', connectionId: 'c-1', baseline: null }

/** When the invitations of these tests run out, on the session's clock. */
export const DEADLINE = 10_000_000
export const WARNING_MS = 120_000
export const AT = '2026-11-24T14:02:00Z'

export const MADE = [{ id: 'c-1', providerName: 'Coast Range Gas', status: null }]

type Intro = Extract<ConnectPhase, { status: 'intro' }>
type Requesting = Extract<ConnectPhase, { status: 'requesting' }>
type Failed = Extract<ConnectPhase, { status: 'failed' }>

export function invitation(overrides: Partial<OpenInvitation> = {}): OpenInvitation {
  return {
    id: 'i-1',
    origin: 'https://dash.nectarclimate.com',
    useCount: 0,
    deadline: DEADLINE,
    warningMs: WARNING_MS,
    ...overrides,
  }
}

export function page(overrides: Partial<HostedPageState> = {}): HostedPageState {
  return {
    intent: CONTRIBUTOR,
    invitation: invitation(),
    display: 'frame',
    touched: false,
    viewed: false,
    renewals: 0,
    connectivityError: null,
    ...overrides,
  }
}

export function opened(status: OpenedPhase['status'], overrides: Partial<HostedPageState> = {}): OpenedPhase {
  return { status, ...page(overrides) }
}

export function intro(overrides: Partial<Omit<Intro, 'status'>> = {}): Intro {
  return { status: 'intro', intent: CONTRIBUTOR, pendingRetry: null, ...overrides }
}

export function requesting(overrides: Partial<Omit<Requesting, 'status'>> = {}): Requesting {
  return {
    status: 'requesting',
    intent: CONTRIBUTOR,
    reason: 'first',
    idempotencyKey: 'a-1',
    staleResponses: 0,
    mustExpireAfter: null,
    renewals: 0,
    ...overrides,
  }
}

export function failed(error: Failed['error'], overrides: Partial<Omit<Failed, 'status'>> = {}): Failed {
  return {
    status: 'failed',
    intent: CONTRIBUTOR,
    error,
    request: null,
    retryAt: null,
    page: null,
    ...overrides,
  }
}

export function view(overrides: Partial<InvitationView> = {}): InvitationView {
  const { url: _, ...known } = CREATED_INVITATION
  return { ...known, expiresInMs: DEADLINE, ...overrides }
}

type Reading = Extract<SessionEvent, { type: 'invitation_read' }>

export function read(overrides: Partial<InvitationView> = {}, rest: Partial<Reading> = {}): Reading {
  return {
    type: 'invitation_read',
    view: view(overrides),
    at: AT,
    now: 0,
    isVisible: true,
    nextIdempotencyKey: 'a-2',
    ...rest,
  }
}

export function created(rest: Partial<Extract<SessionEvent, { type: 'created' }>> = {}): SessionEvent {
  return {
    type: 'created',
    idempotencyKey: 'a-1',
    invitation: invitation(),
    status: 'ACTIVE',
    now: 0,
    nextIdempotencyKey: 'a-2',
    ...rest,
  }
}

export function tick(now: number, isVisible = true): SessionEvent {
  return { type: 'tick', now, isVisible, nextIdempotencyKey: 'a-2' }
}
