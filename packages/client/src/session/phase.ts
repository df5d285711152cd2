import type { InvitationReason } from '@nectar-connect/contract'
import type { ConnectError } from '../connect-error.ts'

/** What a connection looked like before it was mended: what a newer state is told by. */
export interface Baseline {
  status: string
  statusAt: string | null
}

/** What the customer came for. */
export type Purpose =
  | { kind: 'contributor' }
  | { kind: 'reconnect'; connectionId: string; baseline: Baseline | null }

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
}

/** One wish for an invitation. Repeated as it is, it mints once; changed, it is refused. */
export interface Attempt {
  id: string
  reason: InvitationReason
}

/** Where Nectar's page is shown. */
export type Placement = 'frame' | 'tab'

interface Opened {
  purpose: Purpose
  invitation: OpenInvitation
  placement: Placement
  /** The customer clicked or typed in the frame. A touched frame is never swapped. */
  touched: boolean
}

/** What the proof says was made or mended. */
export interface SubmittedConnection {
  id: string
  providerName: string | null
}

/**
 * The life of an embedded session. Exactly one phase at a time, each with just what is valid in it.
 */
export type Phase =
  /** Nothing asked yet. */
  | { name: 'idle' }
  /** What will happen, before anything is minted. */
  | { name: 'intro'; purpose: Purpose }
  /** Fetching an invitation. `attemptId` names the wish: repeating it mints once. */
  | { name: 'requesting'; purpose: Purpose; reason: InvitationReason; attemptId: string }
  /** The page is mounted, its first load pending. */
  | ({ name: 'loading' } & Opened)
  /** Usable. */
  | ({ name: 'live' } & Opened)
  /** Live, inside the warning window. */
  | ({ name: 'expiring' } & Opened)
  /** Dead, and the customer was in the middle of something. */
  | { name: 'expired'; purpose: Purpose; invitationId: string }
  /** Something happened upstream; proof is being fetched. */
  | ({ name: 'checking' } & Opened)
  /** The invitation was used: details were submitted, no more is proved. */
  | {
      name: 'submitted'
      purpose: Purpose
      invitationId: string
      connections: readonly SubmittedConnection[]
      /** When it was noticed, ISO 8601. */
      at: string
    }
  /** Withdrawn by somebody, or used with nothing to show. */
  | { name: 'ended'; purpose: Purpose; cause: 'revoked' | 'fulfilled' }
  /** A typed error. `attempt` is kept where the very same wish has to be repeated: its answer may have been lost. */
  | { name: 'failed'; purpose: Purpose; error: ConnectError; attempt: Attempt | null }
  /** Dismissed by the customer. `left` is the invitation that may still have to be revoked. */
  | { name: 'closed'; left: { purpose: Purpose; invitation: OpenInvitation } | null }

export type PhaseName = Phase['name']

/** The phases in which an invitation is on screen. */
export type OpenedPhase = Extract<Phase, { invitation: OpenInvitation }>

export function isOpened(phase: Phase): phase is OpenedPhase {
  return 'invitation' in phase
}
