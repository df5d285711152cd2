import type { InvitationReason } from '@nectar-connect/contract/wire'
import type { ConnectError } from '../lib/connect-error.ts'

/** What a connection looked like before it was mended: what a newer state is told by. */
export interface StatusSnapshot {
  status: string
  statusAt: string | null
}

/** What the customer came for. */
export type ConnectIntent =
  | { kind: 'contributor' }
  | { kind: 'reconnect'; connectionId: string; baseline: StatusSnapshot | null }

/** The invitation that a session shows. It lives here and nowhere else: its URL is a bearer secret. */
export interface OpenInvitation {
  id: string
  url: string
  origin: string
  /** Uses before this session; more than that is the proof of a reconnect. */
  useCount: number
  requiresEmail: boolean
  /** On the session's clock, in milliseconds; null: it never expires. */
  deadline: number | null
  /** How long before the deadline it counts as running out, in milliseconds. */
  warningMs: number
}

/** One wish for an invitation. Repeated as it is, it mints once; changed, it is refused. */
export interface InvitationRequest {
  id: string
  reason: InvitationReason
  /** The deadline that its answer has to go beyond, on the session's clock; null: none. */
  mustExpireAfter: number | null
}

/**
 * Where Nectar's page is shown. `both`: in the frame again, after it was handed to a tab, where the customer may be
 * carrying on all the same.
 */
export type PageDisplay = 'frame' | 'tab' | 'both'

/** Nectar's page, as far as it is known from here. */
export interface ActivePage {
  intent: ConnectIntent
  invitation: OpenInvitation
  display: PageDisplay
  /** The customer clicked or typed in it. A touched page is never swapped. */
  touched: boolean
  /**
   * Nectar says that somebody looked at it, or the customer touched it. That the frame has loaded proves nothing: an
   * error page in its place loads, too.
   */
  viewed: boolean
  /** How often in a row an untouched page was replaced without being asked. */
  renewals: number
  /** Why nobody can say at the moment how the page fares. The page itself goes on. */
  connectivityError: ConnectError | null
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
 * The life of an embedded session. Exactly one phase at a time, each with just what is valid in it.
 */
export type Phase =
  /** Nothing asked yet. */
  | { name: 'idle' }
  /** What will happen, before anything is minted. */
  | {
      name: 'intro'
      intent: ConnectIntent
      /** What is left of an earlier try for the same: consent goes on from there. */
      pendingRetry: FailedPhase | null
    }
  /** Fetching an invitation. */
  | {
      name: 'requesting'
      intent: ConnectIntent
      reason: InvitationReason
      /** Names the wish: repeating it mints once. */
      idempotencyKey: string
      /** Answers so far that were of no use: over already, or no longer lasting than what they were to replace. */
      staleResponses: number
      /** As in `Attempt`. */
      mustExpireAfter: number | null
      renewals: number
    }
  /** The page is mounted, its first load pending. */
  | ({ name: 'loading' } & ActivePage)
  /** Usable. */
  | ({ name: 'open' } & ActivePage)
  /** Live, inside the warning window, and the customer has to know. */
  | ({ name: 'expiring' } & ActivePage)
  /** Something happened upstream, or its time is over; proof is being fetched. */
  | ({ name: 'checking' } & ActivePage)
  /** Dead, and the customer was in the middle of something. */
  | {
      name: 'expired'
      intent: ConnectIntent
      /** `time`: it ran out. `interrupted`: the host's page was loaded anew. */
      cause: 'time' | 'interrupted'
    }
  /** The invitation was used: details were submitted, no more is proved. */
  | {
      name: 'submitted'
      intent: ConnectIntent
      invitationId: string
      connections: readonly SubmittedConnection[]
      /** When it was noticed, ISO 8601. */
      at: string
    }
  /** Revoked by somebody, or used with nothing to show. */
  | { name: 'closedByNectar'; intent: ConnectIntent; reason: 'revoked' | 'fulfilled' }
  /** A typed error. */
  | {
      name: 'failed'
      intent: ConnectIntent
      error: ConnectError
      /** Kept where the very same wish has to be repeated: its answer may have been lost. */
      attempt: InvitationRequest | null
      /** Not before this moment on the session's clock: the server said so. Null: at any time. */
      retryAt: number | null
      /** A page that could not be shown in the frame, and is still good in a tab of its own. */
      page: ActivePage | null
    }
  /** Dismissed by the customer; `pendingRetry` as in `intro`. */
  | { name: 'closed'; pendingRetry: FailedPhase | null }

export type FailedPhase = Extract<Phase, { name: 'failed' }>

export type PhaseName = Phase['name']

/** The phases in which Nectar's page is on screen. */
export type OpenedPhase = Extract<Phase, { invitation: OpenInvitation }>

export function isOpened(phase: Phase): phase is OpenedPhase {
  return 'invitation' in phase
}

/** The page that the session answers for: on screen, or waiting to be opened in a tab. */
export function getActivePage(phase: Phase): ActivePage | null {
  if (isOpened(phase)) return phase
  return phase.name === 'failed' ? phase.page : null
}

/** A failure with another page in waiting, or none. */
export function withPage(phase: Phase, page: ActivePage | null): Phase {
  return phase.name === 'failed' ? { ...phase, page } : phase
}

/** From when on an invitation is running out, on the session's clock; null: never. */
export function warnAt({ deadline, warningMs }: OpenInvitation): number | null {
  return deadline === null ? null : deadline - warningMs
}

/** Nothing was asked for yet. */
export function isBeforeAll({ name }: Phase): boolean {
  return name === 'idle' || name === 'intro'
}

/** How often in a row an untouched page is replaced without asking: nobody may be there any more. */
export const MAX_SILENT_RENEWALS = 5

/** Asks for an invitation; `replaced` is what the one before leaves behind. */
export function requesting(
  intent: ConnectIntent,
  reason: InvitationReason,
  idempotencyKey: string,
  replaced: { mustExpireAfter: number | null; renewals: number } = { mustExpireAfter: null, renewals: 0 },
): Phase {
  return { name: 'requesting', intent, reason, idempotencyKey, staleResponses: 0, ...replaced }
}

/** An untouched page may be replaced without asking: while somebody looks, and not for ever. */
export function canReplaceSilently(page: ActivePage, isVisible: boolean): boolean {
  return !page.touched && isVisible && page.renewals < MAX_SILENT_RENEWALS
}

/**
 * Asks for a fresh page in place of this one.
 *
 * @param mustExpireAfter the deadline that the fresh one has to go beyond, on the session's clock
 */
export function requestReplacement(
  { intent, renewals }: ActivePage,
  reason: InvitationReason,
  idempotencyKey: string,
  mustExpireAfter: number | null,
): Phase {
  return requesting(intent, reason, idempotencyKey, { mustExpireAfter, renewals: renewals + 1 })
}
