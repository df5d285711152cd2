import { ConnectError } from '@nectar-connect/client'
import { type ConnectionsResponse, type ConnectionView, describeStatus } from '@nectar-connect/contract'
import type { Query, QueryClient, UseQueryOptions } from '@tanstack/react-query'
import { keepNewer } from '../live/patch-connections.ts'
import type { ConnectEnvironment, Watch } from '../provider/connect-environment.ts'
import { isBeingChecked } from '../status/is-being-checked.ts'

/** How often the backend is asked while the page is visible, in milliseconds. */
const EAGER_MS = 2_000
const WAITING_MS = 15_000
export const CALM_MS = 60_000

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

export function connectionsQuery(
  { client, watches, changes }: ConnectEnvironment,
  queryClient: QueryClient,
  scope: string | null,
): UseQueryOptions<ConnectionsResponse, ConnectError> {
  return {
    queryKey: connectionsKey(client.basePath, scope),
    async queryFn() {
      const known = () =>
        queryClient.getQueryData<ConnectionsResponse>(connectionsKey(client.basePath, scope))
      const asked = known()
      const answer = await client.listConnections()
      const answered = client.scope.get()
      if (answered === scope) return keepNewer(asked, known(), answer)
      // The answer belongs to another key, which by now is the one that is shown. This one ends in an error, so that
      // nothing of it stays in a cache that the host may persist.
      queryClient.setQueryData(connectionsKey(client.basePath, answered), answer)
      throw new ConnectError('internal_error', { isRetryable: false })
    },
    staleTime: 1_000,
    retry: (count, error) => ConnectError.is(error) && error.isRetryable && count < 2,
    retryDelay: (count, error) => error.retryAfterMs ?? 1_000 * 2 ** count,
    refetchInterval({ state: { data } }: Query<ConnectionsResponse, ConnectError>) {
      // Also asked while a page is rendered ahead of its visit, which may not read the time.
      if (data === undefined) return CALM_MS
      const isTold = data.live === 'stream' && changes.state.get() === 'streaming'
      return isTold ? STREAMING_MS : refetchInterval(data.connections, watches.get(), Date.now())
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
  watches: ReadonlyMap<string, Watch>,
  now: number,
): number {
  const isFresh = (iso: string | null) => iso !== null && now - Date.parse(iso) < EAGER_FOR_MS
  const waiting = connections.filter((connection) => {
    if (isBeingChecked(connection, watches.get(connection.id), now)) return true
    return describeStatus(connection.status, connection.isActive).group === 'waiting'
  })
  if (waiting.some(({ id, createdAt }) => isFresh(watches.get(id)?.since ?? createdAt))) return EAGER_MS
  return waiting.length > 0 ? WAITING_MS : CALM_MS
}
