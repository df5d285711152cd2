import type { InvitationView } from '@nectar-connect/contract/wire'
import type { ConnectError } from '../lib/connect-error.ts'
import type { ConnectIntent, OpenInvitation, SubmittedConnection } from './phase.ts'

/** The moment in which something happens, and the name of the request for the next invitation, if one is due then. */
interface Moment {
  /** On the session's clock, in milliseconds. */
  now: number
  isVisible: boolean
  nextIdempotencyKey: string
}

/** An answer to a request for an invitation; `nextIdempotencyKey` names the next one, if this is of no use. */
type Answer = Omit<Moment, 'isVisible'> & { idempotencyKey: string }

/** Everything that can happen to a session. Answers name what they answer, so that late ones are recognized. */
export type SessionEvent =
  /** The customer asked for it: the intro comes first, unless consent was just given (a retry of a sign-in). */
  | { type: 'open'; intent: ConnectIntent; skipIntro: { idempotencyKey: string } | null }
  /** The intro was read and agreed to. */
  | { type: 'consent'; idempotencyKey: string; intent: ConnectIntent; now: number }
  /** `status` as Nectar gave it. */
  | ({ type: 'created'; invitation: OpenInvitation; status: string } & Answer)
  | ({ type: 'create_failed'; error: ConnectError } & Answer)
  | { type: 'frame_loaded'; invitationId: string }
  | { type: 'frame_touched'; invitationId: string }
  | { type: 'frame_failed'; invitationId: string; error: ConnectError }
  /** The customer followed the link to a tab of its own. */
  | { type: 'tab_opened'; invitationId: string }
  /** The customer wants the page in the frame again: the tab did not open, for example. */
  | { type: 'frame_reopened'; invitationId: string }
  /** What Nectar says about the invitation, and when, in ISO 8601. */
  | ({ type: 'invitation_read'; view: InvitationView; at: string } & Moment)
  /** The invitation's state cannot be read: for now, or, with `not_found`, ever again. */
  | { type: 'watch_failed'; invitationId: string; error: ConnectError }
  /** Time went by. */
  | ({ type: 'tick' } & Moment)
  /** An invitation that had just left the screen turned out to be used. */
  | {
      type: 'proved'
      intent: ConnectIntent
      invitationId: string
      connections: readonly SubmittedConnection[]
      at: string
    }
  /** How a session ended that an earlier load of this page had open. */
  | {
      type: 'resumed'
      intent: ConnectIntent
      invitation: { id: string; useCount: number }
      touched: boolean
      /** This page replaced the earlier one, and Nectar's page in its frame is gone. */
      isReload: boolean
      /** The earlier page revoked its invitation when it was left. */
      wasRevoked: boolean
      view: InvitationView
      at: string
    }
  /** The customer wants a fresh page, before or after the old one died. */
  | { type: 'renew'; idempotencyKey: string }
  /** Once more after a failure. */
  | { type: 'retry'; idempotencyKey: string; now: number }
  | { type: 'close' }

export type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>
