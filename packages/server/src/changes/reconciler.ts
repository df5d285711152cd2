import { type NectarConnection, timestampToMs } from '@nectar-connect/contract/nectar'
import { normalizeStatus } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'
import { readId } from '../lib/values.ts'
import { isDoneInTime } from '../lib/with-deadline.ts'
import { keyOf, readTime, toSortKey } from '../stores/change-log.ts'
import type { ConnectionChange, LatestStatus, StatusReading } from '../stores/connect-store.ts'
import type { Recorder } from './recorder.ts'

/** What a reconciliation found. */
export interface ReconcileResult {
  /** Changes that webhooks missed, oldest first for each company. */
  changes: ConnectionChange[]
  /** Companies that could not be compared; the log says why. Always empty when one was asked for: that rejects. */
  failed: string[]
}

interface ReconcilerDeps extends Core {
  recorder: Recorder
  /** Checks invitations, too. */
  refreshInvitations: (companyId: string, log: Log) => Promise<void>
}

export type Reconciler = ReturnType<typeof createReconciler>

export function createReconciler(deps: ReconcilerDeps) {
  let stopTimer: (() => void) | null = null
  let isClosed = false

  async function one(companyId: string, log: Log): Promise<ConnectionChange[]> {
    const readAt = deps.now()
    const connections = await deps.client.listConnections(companyId, log)
    const own = connections.filter(({ company }) => company === null || readId(company.id) === companyId)
    const reading = { companyId, connections: own, readAt, source: 'reconcile' } as const
    const changes = await readConnectionStatuses(reading, deps, log)
    await deps.refreshInvitations(companyId, log)
    return changes
  }

  /** Every company that the API key sees. */
  async function all(log: Log): Promise<ReconcileResult> {
    const result: ReconcileResult = { changes: [], failed: [] }
    // One after the other: nobody waits for this, and it shares ten requests at a time with customers.
    for (const company of await deps.client.listCompanies(log)) {
      const companyId = readId((company as { id?: unknown } | null)?.id)
      if (companyId === null || isClosed) continue
      try {
        result.changes.push(...(await one(companyId, log)))
      } catch (cause) {
        log.error('A company could not be reconciled.', { companyId, cause })
        result.failed.push(companyId)
      }
    }
    return result
  }

  function arm(everyMs: number) {
    stopTimer = deps.timers.background(everyMs, () => {
      all(deps.log)
        .catch((cause) => deps.log.error('Reconciling failed. It is tried again.', { cause }))
        .finally(() => {
          if (!isClosed) arm(everyMs)
        })
    })
  }
  return {
    one,
    all,
    /** Starts the timer on its first call, if one is configured. */
    startTimer() {
      const everyMs = deps.settings.reconcileEveryMs
      if (everyMs !== null && stopTimer === null && !isClosed) arm(everyMs)
    },
    close() {
      isClosed = true
      stopTimer?.()
    },
  }
}

/** Connections as they were read from Nectar. */
export interface Reading {
  companyId: string
  connections: readonly NectarConnection[]
  /** When the read was begun, in milliseconds since the epoch. */
  readAt: number
  source: 'poll' | 'reconcile'
}

type ReadingDeps = Core & { recorder: Recorder }

/** Records what differs between connections that were read and the store. @returns the changes */
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
