import type { KeptObservation } from '../../../changes/tell-history.ts'
import type { InvitationEntry } from '../../../sharing/invitation-log.ts'

/** What the logs of this package have kept, read without changing it. */
export interface Recorded {
  /** What was observed of a connection, oldest first. */
  ofConnection(connectionId: string): Promise<KeptObservation[]>
  /** What an event told, and when it was handled, in milliseconds since the epoch; null: not, or long ago. */
  ofEvent(eventId: string): Promise<{ observations: KeptObservation[]; handledAt: number | null }>
  /** Who invited whom, where a colleague was asked. */
  ofInvitation(invitationId: string): Promise<InvitationEntry | null>
  /** The same of every colleague who was asked to mend a connection, oldest first. */
  reconnectsOf(connectionId: string): Promise<InvitationEntry[]>
  close(): Promise<void>
}
