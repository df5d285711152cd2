import type { ChangesResponse, ConnectionChange } from '@nectar-connect/contract/wire'
import { compareTimes } from './compare-times.ts'

/**
 * Puts a change on top of a history. One that is in there already, or belongs further down, is left to the next
 * reading.
 */
export function patchHistory(known: ChangesResponse, change: ConnectionChange): ChangesResponse {
  const isKnown = known.changes.some(({ eventId }) => eventId === change.eventId)
  const [newest] = known.changes
  if (isKnown || (newest && compareTimes(change.at, newest.at) < 0)) return known
  return { ...known, changes: [change, ...known.changes] }
}
