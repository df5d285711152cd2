import type { StatusSnapshot } from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { compareTimes } from './compare-times.ts'
import type { PendingCheck } from './use-environment.ts'

/** The first check of a sign-in takes up to 48 h; after that the status that is there counts. In milliseconds. */
const CHECKED_WITHIN_MS = 48 * 3_600_000

/** Whether somebody signed in again and no newer status has come by `now`, in milliseconds since the epoch. */
export function isCheckPending(
  connection: ConnectionView,
  watch: PendingCheck | undefined,
  now: number,
): watch is PendingCheck {
  if (watch === undefined || now - Date.parse(watch.since) > CHECKED_WITHIN_MS) return false
  return !isNewer(connection, watch.baseline)
}

/** Whether a connection has been heard of since the baseline: another status, or the same one reported later. */
export function isNewer(connection: ConnectionView, baseline: StatusSnapshot | null): boolean {
  if (baseline === null || connection.status !== baseline.status) return true
  if (connection.statusAt === null || baseline.statusAt === null) return false
  return compareTimes(connection.statusAt, baseline.statusAt) > 0
}
