import type { ConnectionView } from '@nectar-connect/contract/wire'
import type { PendingCheck } from './connect-environment.ts'
import { isNewer } from './is-newer.ts'

/** The first check of a sign-in takes up to 48 h; after that the status that is there counts. In milliseconds. */
const CHECKED_WITHIN_MS = 48 * 3_600_000

/**
 * Whether somebody signed in again and no newer status has arrived since.
 *
 * @param now milliseconds since the epoch
 */
export function isCheckPending(
  connection: ConnectionView,
  watch: PendingCheck | undefined,
  now: number,
): watch is PendingCheck {
  if (watch === undefined || now - Date.parse(watch.since) > CHECKED_WITHIN_MS) return false
  return !isNewer(connection, watch.baseline)
}
