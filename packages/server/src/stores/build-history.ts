import type { HistoryEntry, StatusReading } from './changes.ts'
import { keyOf } from './event-time.ts'

/** An observation as a log keeps it. */
export type KeptObservation = StatusReading & { cursor: string | null }

/**
 * The history that observations make, newest first: of those in a row that say the same, the first counts. It follows
 * from the observations alone, so that it does not matter in which order they came.
 *
 * @param observations By order, oldest first.
 */
export function buildHistory(
  observations: readonly KeptObservation[],
  limit: number,
): { changes: HistoryEntry[]; hasMore: boolean } {
  const changes: HistoryEntry[] = []
  let before: string | null = null
  for (const [index, { status }] of observations.entries()) {
    if (status === before) continue
    changes.push(toEntry(sameMoment(observations, index), before))
    before = status
  }
  changes.reverse()
  return { changes: changes.slice(0, limit), hasMore: changes.length > limit }
}

/** Several events tell of one change; they bear one time. */
function sameMoment(observations: readonly KeptObservation[], start: number): KeptObservation[] {
  const [first] = observations.slice(start, start + 1)
  if (first === undefined) return []
  const key = keyOf(first.sortKey)
  const rest = observations.slice(start)
  const end = rest.findIndex(({ sortKey, status }) => keyOf(sortKey) !== key || status !== first.status)
  return end === -1 ? rest : rest.slice(0, end)
}

function toEntry(events: KeptObservation[], before: string | null): HistoryEntry {
  const told = events.find(({ cursor }) => cursor !== null) ?? (events[0] as KeptObservation)
  const { cursor, eventId, companyId, connectionId, status, at, source } = told
  const hint = events.find(({ from }) => from !== null && from !== status)?.from ?? null
  return { cursor, eventId, companyId, connectionId, from: before ?? hint, to: status, at, source }
}
