import type { ConnectError } from '../lib/connect-error.ts'
import type { ReadableStore } from '../lib/store.ts'
import type { FunnelEvent } from './funnel.ts'
import type { Phase, Purpose, SubmittedConnection } from './phase.ts'
import type { SessionSettings } from './request-invitation.ts'

export interface SessionSubmission {
  purpose: Purpose
  connections: readonly SubmittedConnection[]
}

/** One embedded session: the phase, what the customer can do, and the effects behind it. */
export interface Session {
  readonly phase: ReadableStore<Phase>
  open(purpose: Purpose): void
  /** Agrees to the intro and asks for an invitation. A reconnect may bring a newer baseline. */
  consent(purpose?: Purpose): void
  /** Opens without intro: consent was given a moment ago. */
  tryAgain(purpose: Purpose): void
  /** Once more after a failure; not before the server allows. */
  retry(): void
  /** A fresh page in place of one that is running out, or has. */
  renew(): void
  close(): void
  /** Shows how a session ended that an earlier load of this page had open. For when the scope is known. */
  resume(): void
  /** What the frame has to tell. */
  frameLoaded(invitationId: string): void
  frameTouched(invitationId: string): void
  frameFailed(invitationId: string, error: ConnectError): void
  tabOpened(invitationId: string): void
  /** Back to the frame from a tab, with the same invitation. */
  frameReopened(invitationId: string): void
  /** A reason to look sooner. It proves nothing. */
  checkInvitationNow(invitationId?: string): void
  configure(settings: SessionSettings): void
  /** Milliseconds left of the page; null: there is none, or it never expires. */
  remainingMs(): number | null
  /** Milliseconds until a failure may be retried; 0: now. */
  retryInMs(): number
  /** Told once an invitation, when its use is proved: also when the customer closed a moment before. */
  onSubmitted(listener: (submission: SessionSubmission) => void): () => void
  onFunnelEvent(listener: (event: FunnelEvent) => void): () => void
  /** Ends timers and watches. An unused invitation is revoked. */
  dispose(): void
}
