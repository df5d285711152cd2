import type { LatestStatus, StatusReading } from './changes.ts'

/**
 * What an observation changes, seen from the newest status that is known of the connection: nothing when it is older,
 * or says the same. So `validated` and `updated` of one event make one change, whichever comes first.
 */
export function diffStatus(
  latest: LatestStatus | null,
  { isBaseline, sortKey, status, from }: StatusReading,
): { from: string | null } | null {
  if (isBaseline || (latest !== null && sortKey <= latest.sortKey)) return null
  const before = latest?.status ?? from
  return before === status ? null : { from: before }
}
