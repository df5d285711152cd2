import type { InvitationReason } from '@nectar-connect/contract/wire'
import type { ConnectError } from '../lib/connect-error.ts'

/** A connection's status before it was reconnected, to recognize a newer one. */
export interface StatusSnapshot {
  status: string
  statusAt: string | null
}

/** What the customer came for. */
export type ConnectIntent =
  | { kind: 'contributor' }
  | { kind: 'reconnect'; connectionId: string; baseline: StatusSnapshot | null }

/** The invitation that a session shows. Its URL is a bearer secret and stays out of here: see `Session.getPageUrl`. */
export interface OpenInvitation {
  id: string
  origin: string
  /** Uses before this session; more than that is the proof of a reconnect. */
  useCount: number
  /** On the session's clock, in milliseconds; null: it never expires. */
  deadline: number | null
  /** How long before the deadline it counts as running out, in milliseconds. */
  warningMs: number
}

/** What an invitation was asked for with. Repeated as it is, it makes one invitation; changed, it is refused. */
export interface InvitationRequest {
  idempotencyKey: string
  reason: InvitationReason
  /** The deadline that its answer has to go beyond, on the session's clock; null: none. */
  mustExpireAfter: number | null
}

/**
 * Where Nectar's page is shown. `both`: in the frame again, after it was opened in a tab, where the customer may be
 * still working.
 */
export type PageDisplay = 'frame' | 'tab' | 'both'

/** Nectar's hosted page, as far as this page knows it. */
export interface HostedPageState {
  intent: ConnectIntent
  display: PageDisplay
  /** Why the state of the page cannot be read at the moment; null: it can. The page itself goes on. */
  connectivityError: ConnectError | null
  /** @internal */
  invitation: OpenInvitation
  /** The customer clicked or typed in it. A touched page is never swapped. @internal */
  touched: boolean
  /**
   * Nectar says that somebody looked at it, or the customer touched it. That the frame has loaded proves nothing:
   * an error page in its place loads, too. @internal
   */
  viewed: boolean
  /** How often in a row an untouched page was replaced without being asked. @internal */
  renewals: number
}

/** What the proof says was made or mended. */
export interface SubmittedConnection {
  id: string
  providerName: string | null
}

export interface SessionSubmission {
  intent: ConnectIntent
  connections: readonly SubmittedConnection[]
}

/**
 * The phase of an embedded session: one at a time, each with just what is valid in it. Fields marked as internal belong
 * to the reducer; they are not in the published types.
 */
export type ConnectPhase =
  /** Nothing was asked for yet. */
  | { status: 'idle' }
  /** The screen that explains what will happen. No invitation exists yet. */
  | {
      status: 'intro'
      intent: ConnectIntent
      /** What is left of an earlier failure for the same intent: consent goes on from there. @internal */
      pendingRetry: FailedPhase | null
    }
  /** An invitation is being created. */
  | {
      status: 'requesting'
      intent: ConnectIntent
      reason: InvitationReason
      /** @internal */
      idempotencyKey: string
      /**
       * Answers so far that were of no use: expired already, or not lasting longer than the page that they replace.
       * @internal
       */
      staleResponses: number
      /** As in `InvitationRequest`. @internal */
      mustExpireAfter: number | null
      /** @internal */
      renewals: number
    }
  /** The frame is mounted and has not loaded yet. */
  | ({ status: 'loading' } & HostedPageState)
  /** The page can be used. */
  | ({ status: 'open' } & HostedPageState)
  /** The page can be used, and runs out of time soon: the customer has to know. */
  | ({ status: 'expiring' } & HostedPageState)
  /** The backend is being asked whether the invitation was used: something happened at Nectar, or its time is over. */
  | ({ status: 'checking' } & HostedPageState)
  /** The page is over, and the customer was in the middle of something. */
  | {
      status: 'expired'
      intent: ConnectIntent
      /** `time`: it ran out. `interrupted`: the host's page was reloaded. */
      cause: 'time' | 'interrupted'
    }
  /** The invitation was used: details were submitted. That is all that is proved. */
  | {
      status: 'submitted'
      intent: ConnectIntent
      connections: readonly SubmittedConnection[]
      /** When it was noticed, ISO 8601. */
      at: string
      /** @internal */
      invitationId: string
    }
  /** Somebody revoked the invitation, or it was used and there is nothing to show. */
  | { status: 'closedByNectar'; intent: ConnectIntent; reason: 'revoked' | 'fulfilled' }
  /** Something failed; `error` says what, and whether to retry. */
  | {
      status: 'failed'
      intent: ConnectIntent
      error: ConnectError
      /** Kept where the very same request has to be repeated: its answer may have been lost. @internal */
      request: InvitationRequest | null
      /** Not before this moment on the session's clock: the server said so. Null: at any time. @internal */
      retryAt: number | null
      /** A page that could not be shown in the frame, and is still good in a tab of its own. @internal */
      page: HostedPageState | null
    }
  /** The customer dismissed it. */
  | {
      status: 'closed'
      /** As in `intro`. @internal */
      pendingRetry: FailedPhase | null
    }

export type FailedPhase = Extract<ConnectPhase, { status: 'failed' }>

/** Which phase a session is in. */
export type PhaseStatus = ConnectPhase['status']

/** The phases in which Nectar's page is on screen. */
export type OpenedPhase = Extract<ConnectPhase, { invitation: OpenInvitation }>

export function isOpened(phase: ConnectPhase): phase is OpenedPhase {
  return 'invitation' in phase
}

/** The page that the session owns: on screen, or waiting to be opened in a tab. */
export function getActivePage(phase: ConnectPhase): HostedPageState | null {
  if (isOpened(phase)) return phase
  return phase.status === 'failed' ? phase.page : null
}

/** From when on an invitation is running out, on the session's clock; null: never. */
export function warnAt({ deadline, warningMs }: OpenInvitation): number | null {
  return deadline === null ? null : deadline - warningMs
}

/** Asks for an invitation; `replaced` is what the one before leaves behind. */
export function requesting(
  intent: ConnectIntent,
  reason: InvitationReason,
  idempotencyKey: string,
  replaced: { mustExpireAfter?: number | null; renewals?: number } = {},
): ConnectPhase {
  const { mustExpireAfter = null, renewals = 0 } = replaced
  return {
    status: 'requesting',
    intent,
    reason,
    idempotencyKey,
    staleResponses: 0,
    mustExpireAfter,
    renewals,
  }
}

/** Over for a reason that lies in no request. `page` is still good in a tab of its own. */
export function failed(
  intent: ConnectIntent,
  error: ConnectError,
  page: HostedPageState | null = null,
): ConnectPhase {
  return { status: 'failed', intent, error, request: null, retryAt: null, page }
}
