import type { InvitationEntry, StatusReading } from '@nectar-connect/server'

/** How long a store remembers that an event was handled, in milliseconds. */
export const HANDLED_KEPT_MS = 96 * 3_600_000

/** An observation as a store keeps it. */
export type StoredObservation = StatusReading & { cursor: string | null }

/** What the store of the server has kept, read without changing it. */
export interface Recorded {
  /** What was observed of a connection, oldest first. */
  ofConnection(connectionId: string): Promise<StoredObservation[]>
  /** What an event told, and when it was handled, in milliseconds since the epoch; null: not, or long ago. */
  ofEvent(eventId: string): Promise<{ observations: StoredObservation[]; handledAt: number | null }>
  /** Who invited whom, where a colleague was asked. */
  ofInvitation(invitationId: string): Promise<InvitationEntry | null>
  /** The same of every colleague who was asked to mend a connection, oldest first. */
  reconnectsOf(connectionId: string): Promise<InvitationEntry[]>
  close(): Promise<void>
}
