import type { Baseline } from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract'

/** Whether a connection has been heard of since the baseline: another status, or the same one reported later. */
export function isNewer(connection: ConnectionView, baseline: Baseline | null): boolean {
  if (baseline === null || connection.status !== baseline.status) return true
  if (connection.statusAt === null || baseline.statusAt === null) return false
  return Date.parse(connection.statusAt) > Date.parse(baseline.statusAt)
}
