import type { EventOf } from '../lib/create-event.ts'
import type { ConnectionChange } from '../stores/changes.ts'

/** Something is known of a connection that is newer than what was read before. */
export interface ConnectionChanged {
  companyId: string
  connectionId: string
  /** Never `poll`: what a poll finds was just read, and is kept as it was read. */
  source: Exclude<ConnectionChange['source'], 'poll'>
  /** Whether this process is about to write it down. False: it was read from the store, whoever wrote it. */
  isOwn: boolean
}

export type ConnectionChangedEvent = EventOf<ConnectionChanged>
