import * as check from './check.ts'

/** A connection got another status. */
export interface ConnectionChange {
  /** Where the stream goes on after this change, `epoch.position`. Null in a history where it was never streamed. */
  cursor: string | null
  /** Nectar's id of the event (`svix-id`), or one of our own for what was found by reading. */
  eventId: string
  connectionId: string
  /** Null: nothing was known about it before. */
  from: string | null
  to: string
  /** When it happened at Nectar, ISO 8601, UTC, with as many digits as Nectar gave. */
  at: string
  /** How it was found out. */
  source: 'webhook' | 'reconcile' | 'poll'
}

export const connectionChange: check.Check<ConnectionChange> = check.object<ConnectionChange>({
  cursor: check.nullable(check.string),
  eventId: check.string,
  connectionId: check.uuid,
  from: check.nullable(check.string),
  to: check.string,
  at: check.string,
  source: check.oneOfOr(['webhook', 'reconcile', 'poll'], 'webhook'),
})

/** Answer of `GET /connections/:id/changes?limit=`: newest first, at most 200, 50 when no limit is given. */
export type ChangesResponse = check.Checked<typeof changesResponse>

export const changesResponse = check.object({
  changes: check.array(connectionChange),
  /** Whether there are older ones than these. */
  hasMore: check.boolean,
})

/** Names of the events of `GET /changes`. The `id` of each that has one is a cursor. */
export const CHANGE_STREAM_EVENTS = {
  /** First: the stream goes on right after the cursor that was asked for, or starts here. Data: `ChangeStreamCursor`. */
  ready: 'ready',
  /** First, instead of `ready`: changes may have been missed; read everything anew. Data: `ChangeStreamCursor`. */
  reset: 'reset',
  /** Data: `ConnectionChange`. */
  change: 'change',
  /** Something became of an invitation that a colleague was sent: read them anew. Data: `{}`. */
  invitations: 'invitations',
  /** Every 15 seconds at the latest. Data: `{}`. */
  ping: 'ping',
  /** Last: come back with the newest cursor. Data: `ChangeStreamEnd`. */
  end: 'end',
} as const

/** Data of `ready` and `reset`. */
export type ChangeStreamCursor = check.Checked<typeof changeStreamCursor>

export const changeStreamCursor = check.object({
  cursor: check.string,
  liveUpdates: check.oneOfOr(['stream', 'poll'], 'stream'),
})

/** Data of `end`. */
export type ChangeStreamEnd = check.Checked<typeof changeStreamEnd>

export const changeStreamEnd = check.object({
  reason: check.oneOfOr(['time_limit', 'shutdown', 'failure'], 'failure'),
})
