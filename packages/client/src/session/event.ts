import type { InvitationView } from '@nectar-connect/contract'
import type { ConnectError } from '../connect-error.ts'
import type { OpenInvitation, Purpose } from './phase.ts'

/** Everything that can happen to a session. Answers name what they answer, so that late ones are recognised. */
export type SessionEvent =
  /** The customer asked for it: the intro comes first, unless consent was just given (a retry of a sign-in). */
  | { type: 'open'; purpose: Purpose; skipIntro: { attemptId: string } | null }
  /** The intro was read and agreed to. */
  | { type: 'consent'; attemptId: string; purpose: Purpose }
  | { type: 'minted'; attemptId: string; invitation: OpenInvitation }
  | { type: 'mint_failed'; attemptId: string; error: ConnectError }
  | { type: 'frame_loaded'; invitationId: string }
  | { type: 'frame_touched'; invitationId: string }
  | { type: 'frame_failed'; invitationId: string; error: ConnectError }
  /** The customer followed the link to a tab of its own. */
  | { type: 'tab_opened'; invitationId: string }
  /** What Nectar says about the invitation. `freshAttemptId` names the wish for its successor, should it be dead. */
  | { type: 'invitation_read'; view: InvitationView; at: string; freshAttemptId: string }
  /** The invitation is gone, or may not be seen any more. */
  | { type: 'watch_failed'; invitationId: string; error: ConnectError }
  | { type: 'deadline_near'; invitationId: string }
  | { type: 'deadline_passed'; invitationId: string }
  /** The customer wants a fresh page, before or after the old one died. */
  | { type: 'renew'; attemptId: string }
  /** Once more after a failure. */
  | { type: 'retry'; attemptId: string }
  | { type: 'close' }
