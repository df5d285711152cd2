import type { StatusSnapshot } from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { compareTimes } from './compare-times.ts'

/** Whether a connection has been heard of since the baseline: another status, or the same one reported later. */
export function isNewer(connection: ConnectionView, baseline: StatusSnapshot | null): boolean {
  if (baseline === null || connection.status !== baseline.status) return true
  if (connection.statusAt === null || baseline.statusAt === null) return false
  return compareTimes(connection.statusAt, baseline.statusAt) > 0
}
