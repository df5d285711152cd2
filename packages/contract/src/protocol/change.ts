import * as z from 'zod/mini'
import { uuid } from '../lib/uuid.ts'
import { knownOr } from './known-or.ts'

/** A connection got another status, as a browser may see it. */
export const connectionChange = z.object({
  /** Where the stream goes on after this change, `epoch.position`. Null in a history where it was never streamed. */
  cursor: z.nullable(z.string()),
  /** Nectar's id of the event (`svix-id`), or one of our own for what was found by reading. */
  eventId: z.string(),
  connectionId: uuid,
  /** Null: nothing was known about it before. */
  from: z.nullable(z.string()),
  to: z.string(),
  /** When it happened at Nectar, ISO 8601, UTC, with as many digits as Nectar gave. */
  at: z.string(),
  /** How it was found out. A newer server may say something that we do not know. */
  source: knownOr(['webhook', 'reconcile', 'poll'], 'webhook'),
})
/** A connection got another status. */
export type ConnectionChange = z.output<typeof connectionChange>

/** Answer of `GET /connections/:id/changes?limit=`: newest first, at most 200, 50 when no limit is given. */
export const changesResponse = z.object({
  changes: z.array(connectionChange),
  /** Whether there are older ones than these. */
  hasMore: z.boolean(),
})
export type ChangesResponse = z.output<typeof changesResponse>

/** Names of the events of `GET /changes`. The `id` of each that has one is a cursor. */
export const CHANGE_STREAM_EVENTS = {
  /** First: the stream goes on right after the cursor that was asked for, or starts here. Data: `changeStreamCursor`. */
  ready: 'ready',
  /** First, instead of `ready`: changes may have been missed; read everything anew. Data: `changeStreamCursor`. */
  reset: 'reset',
  /** Data: `connectionChange`. */
  change: 'change',
  /** Something became of an invitation that a colleague was sent: read them anew. Data: `{}`. */
  invitations: 'invitations',
  /** Every 15 seconds at the latest. Data: `{}`. */
  ping: 'ping',
  /** Last: come back with the newest cursor. Data: `changeStreamEnd`. */
  end: 'end',
} as const

/** Data of `ready` and `reset`. */
export const changeStreamCursor = z.object({
  cursor: z.string(),
  /** See `connectionsResponse.live`. */
  live: knownOr(['stream', 'poll'], 'stream'),
})
export type ChangeStreamCursor = z.output<typeof changeStreamCursor>

/** Data of `end`. */
export const changeStreamEnd = z.object({
  reason: knownOr(['time_limit', 'shutdown', 'failure'], 'failure'),
})
export type ChangeStreamEnd = z.output<typeof changeStreamEnd>
