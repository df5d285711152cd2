import { type ConnectionView, describeStatus } from '@nectar-connect/contract/wire'
import { isCheckPending } from './pending-check.ts'
import { IDLE_POLL_MS } from './queries.ts'
import type { PendingCheck } from './use-environment.ts'

/** How often the backend is asked while the page is visible, in milliseconds. */
const ACTIVE_POLL_MS = 2_000
const WAITING_POLL_MS = 15_000

/** How long a new connection is watched eagerly; most first checks that end soon end by then. */
const EAGER_FOR_MS = 5 * 60_000

/** Often soon after somebody sent details, regularly while a connection waits, else seldom; `now` in milliseconds. */
export function refetchInterval(
  connections: readonly ConnectionView[],
  pendingChecks: ReadonlyMap<string, PendingCheck>,
  now: number,
): number {
  const waiting = connections.filter(
    (connection) =>
      isCheckPending(connection, pendingChecks.get(connection.id), now) ||
      describeStatus(connection.status, connection.isActive).group === 'waiting',
  )
  const isFresh = waiting.some(({ id, createdAt }) => {
    const since = pendingChecks.get(id)?.since ?? createdAt
    return since !== null && now - Date.parse(since) < EAGER_FOR_MS
  })
  if (isFresh) return ACTIVE_POLL_MS
  return waiting.length > 0 ? WAITING_POLL_MS : IDLE_POLL_MS
}
