import { timestampToMs } from '@nectar-connect/contract/nectar'

/** A Nectar date-time as ISO 8601 in UTC; null stays null. */
export function toIso(timestamp: string | null): string | null {
  if (timestamp === null) return null
  const ms = timestampToMs(timestamp)
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null
}
