import { type NectarConnection, timestampToMs } from '@nectar-connect/contract/nectar'
import { normalizeStatus } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'
import { isDoneInTime } from '../lib/with-deadline.ts'
import { keyOf, readTime, toSortKey } from '../stores/change-log.ts'
import type { ConnectionChange, LatestStatus, StatusReading } from '../stores/connect-store.ts'
import type { Recorder } from './recorder.ts'

/** Connections as they were read from Nectar. */
export interface Reading {
  companyId: string
  connections: readonly NectarConnection[]
  /** When the read was begun, in milliseconds since the epoch. */
  readAt: number
  source: 'poll' | 'reconcile'
}

type ReadingDeps = Core & { recorder: Recorder }

/**
 * Compares connections that were read with what the store knows, and records what differs.
 *
 * @returns the changes that it made.
 */
export async function readConnectionStatuses(
  { companyId, connections, readAt, source }: Reading,
  { store, recorder }: ReadingDeps,
  log: Log,
): Promise<ConnectionChange[]> {
  const known = await store.latestStatuses(companyId)
  const changes: ConnectionChange[] = []
  for (const connection of connections) {
    const id = connection.id.toLowerCase()
    const latest = known.connections.get(id) ?? null
    const seen = observe(connection, id)
    if (latest !== null && !isNews(seen, latest)) continue
    const recorded = await recorder.connection(seen.eventId, id, async () => seen, log)
    if (recorded.state === 'committed' && recorded.change) changes.push(recorded.change)
  }
  return changes

  function observe(connection: NectarConnection, connectionId: string): StatusReading {
    const status = normalizeStatus(connection.status)
    const time = readTime(lastReport(connection), readAt)
    // The same on every machine that reads it, so that one of them records it.
    const eventId = `read:${connectionId}:${time.at}:${status}`.replace(/[^\x21-\x7e]/g, '?').slice(0, 200)
    const sortKey = toSortKey(time, eventId)
    const existed = connection.created === null || timestampToMs(connection.created) < known.startedAt
    const isBaseline = existed && !known.connections.has(connectionId)
    return { eventId, companyId, connectionId, status, from: null, at: time.at, sortKey, source, isBaseline }
  }
}

/** The same status is recorded again only if it is known to hold at a later time. */
function isNews(seen: StatusReading, latest: LatestStatus): boolean {
  if (seen.sortKey <= latest.sortKey) return false
  return seen.status !== latest.status || keyOf(seen.sortKey).slice(0, 19) > latest.sortKey.slice(0, 19)
}

/** The status is known to have held when it was last checked, and when anything about the connection last changed. */
function lastReport({ updated, statusLastUpdateTime }: NectarConnection): string | null {
  if (updated === null || statusLastUpdateTime === null) return updated ?? statusLastUpdateTime
  return timestampToMs(updated) > timestampToMs(statusLastUpdateTime) ? updated : statusLastUpdateTime
}

/** A reader waits no longer than this for changes to be recorded, in milliseconds. */
const PATIENCE_MS = 3_000

/**
 * Replaces webhooks if none are set up: compares what is read with what the store knows. Never
 * rejects, since the reader gets the connections anyway.
 */
export async function pollConnectionStatuses(
  reading: Omit<Reading, 'source'>,
  deps: ReadingDeps,
  log: Log,
): Promise<void> {
  try {
    const work = readConnectionStatuses({ ...reading, source: 'poll' }, deps, log)
    await isDoneInTime(work, deps.timers.background, PATIENCE_MS)
  } catch (cause) {
    log.error('What was read could not be compared with what was known.', { cause })
  }
}
