import type { ConnectError } from '@nectar-connect/client'
import { type ConnectionsResponse, type ConnectionView, describeStatus } from '@nectar-connect/contract/wire'
import type { Query, QueryObserverOptions } from '@tanstack/react-query'
import { keepNewer } from './apply-changes.ts'
import type { ConnectEnvironment, PendingCheck } from './connect-environment.ts'
import { isCheckPending } from './is-check-pending.ts'
import { OWN_OPTIONS } from './own-options.ts'

/** How often the backend is asked while the page is visible, in milliseconds. */
const ACTIVE_POLL_MS = 2_000
const WAITING_MS = 15_000
export const IDLE_POLL_MS = 60_000

/** While changes come by themselves, asking only finds what went wrong on their way. */
const STREAMING_MS = 5 * 60_000

/** How long a new connection is watched eagerly; most first checks that end soon end by then. */
const EAGER_FOR_MS = 5 * 60_000

export function connectionsRoot(basePath: string) {
  return ['nectar-connect', basePath] as const
}

/** The scope is part of each key: a persisted cache of somebody else is never read. */
export function scopeRoot(basePath: string, scope: string | null) {
  return [...connectionsRoot(basePath), scope ?? 'unknown'] as const
}

export function connectionsKey(basePath: string, scope: string | null) {
  return [...scopeRoot(basePath, scope), 'connections'] as const
}

export function historyKey(basePath: string, scope: string | null, connectionId: string) {
  return [...scopeRoot(basePath, scope), 'history', connectionId] as const
}

export function invitationsKey(basePath: string, scope: string | null) {
  return [...scopeRoot(basePath, scope), 'invitations'] as const
}

/** Its data is null where the answer was for somebody else than the key, and stands under theirs. */
export function connectionsQuery(
  { client, pendingChecks, changes, queryClient }: ConnectEnvironment,
  scope: string | null,
): QueryObserverOptions<ConnectionsResponse | null, ConnectError> {
  return {
    ...OWN_OPTIONS,
    enabled: client.isSettled.get(),
    queryKey: connectionsKey(client.basePath, scope),
    async queryFn() {
      const known = () =>
        queryClient.getQueryData<ConnectionsResponse>(connectionsKey(client.basePath, scope)) ?? undefined
      const asked = known()
      const answer = await client.listConnections()
      const answered = client.scopeOf(answer) ?? scope
      if (answered === scope) return keepNewer(asked, known(), answer)
      // By now somebody else yet may be here, for whom it is not.
      if (answered === client.scope.get()) {
        queryClient.setQueryData(connectionsKey(client.basePath, answered), answer)
      }
      return null
    },
    refetchInterval({ state: { data } }: Query<ConnectionsResponse | null, ConnectError>) {
      // Also asked while a page is rendered ahead of its visit, which may not read the time.
      if (data == null) return IDLE_POLL_MS
      const isTold = data.liveUpdates === 'stream' && changes.state.get() === 'streaming'
      return isTold ? STREAMING_MS : refetchInterval(data.connections, pendingChecks.get(), Date.now())
    },
  }
}

/**
 * Soon after somebody sent details, answers are looked for eagerly; while any connection waits, regularly; else
 * seldom.
 *
 * @param now milliseconds since the epoch
 */
export function refetchInterval(
  connections: readonly ConnectionView[],
  pendingChecks: ReadonlyMap<string, PendingCheck>,
  now: number,
): number {
  const isFresh = (iso: string | null) => iso !== null && now - Date.parse(iso) < EAGER_FOR_MS
  const waiting = connections.filter((connection) => {
    if (isCheckPending(connection, pendingChecks.get(connection.id), now)) return true
    return describeStatus(connection.status, connection.isActive).group === 'waiting'
  })
  if (waiting.some(({ id, createdAt }) => isFresh(pendingChecks.get(id)?.since ?? createdAt)))
    return ACTIVE_POLL_MS
  return waiting.length > 0 ? WAITING_MS : IDLE_POLL_MS
}
