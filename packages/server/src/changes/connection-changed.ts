import type { EventOf } from '../lib/create-event.ts'
import type { ConnectionChange } from '../stores/changes.ts'

/** A connection has news that is newer than what was read before. */
export interface ConnectionChanged {
  companyId: string
  connectionId: string
  /** Never `poll`: what a poll finds was just read, and stays in the cache. */
  source: Exclude<ConnectionChange['source'], 'poll'>
  /** Whether this process is about to record it. False: it was read from the store. */
  isOwn: boolean
}

export type ConnectionChangedEvent = EventOf<ConnectionChanged>
