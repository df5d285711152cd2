import { ConnectError } from '@nectar-connect/client'
import type { ConnectionsResponse, ConnectionView } from '@nectar-connect/contract/wire'
import type { Query, QueryObserverOptions } from '@tanstack/react-query'
import { keepNewer } from './keep-newer.ts'
import type { ConnectEnvironment, PendingCheck } from './use-environment.ts'

/** How often the backend is asked while the page is visible, in milliseconds. */
export const IDLE_POLL_MS = 60_000
/** While changes come by themselves, asking only finds what went wrong on their way. */
export const STREAMING_POLL_MS = 5 * 60_000

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

/** Undefined, so that a default of a handed-in client does not apply; the types would rather have them missing. */
const WITHOUT: object = {
  select: undefined,
  placeholderData: undefined,
  initialData: undefined,
  initialDataUpdatedAt: undefined,
  notifyOnChangeProps: undefined,
  maxPages: undefined,
}

/** Each option of our queries: the defaults of a host's query client are made for its own. */
export const COMMON_OPTIONS = {
  ...WITHOUT,
  subscribed: true,
  throwOnError: false,
  suspense: false,
  networkMode: 'online',
  structuralSharing: true,
  staleTime: 1_000,
  refetchIntervalInBackground: false,
  refetchOnMount: true,
  refetchOnWindowFocus: true,
  refetchOnReconnect: true,
  retryOnMount: true,
  retry: (count: number, error: ConnectError) =>
    ConnectError.isInstance(error) && error.isRetryable && count < 2,
  retryDelay: (count: number, error: ConnectError) => error.retryAfterMs ?? 1_000 * 2 ** count,
} as const

/**
 * How long until connections are asked for again, in milliseconds; `now` since the epoch. What only leads to Nectar's
 * page has no need for it: nothing is checked yet that would have news soon.
 */
export type Interval = (
  connections: readonly ConnectionView[],
  pendingChecks: ReadonlyMap<string, PendingCheck>,
  now: number,
) => number

/** Its data is null where the answer was for somebody else than the key, and stands under theirs. */
export function connectionsQuery(
  environment: ConnectEnvironment,
  scope: string | null,
  interval: Interval = () => IDLE_POLL_MS,
): QueryObserverOptions<ConnectionsResponse | null, ConnectError> {
  const { client, pendingChecks, changes, queryClient } = environment
  const queryKey = connectionsKey(client.basePath, scope)
  return {
    ...COMMON_OPTIONS,
    enabled: client.isSettled.get(),
    // By index: a connection that is new would make all others other ones.
    structuralSharing: false,
    queryKey,
    async queryFn() {
      const known = () => queryClient.getQueryData<ConnectionsResponse>(queryKey) ?? undefined
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
      return isTold ? STREAMING_POLL_MS : interval(data.connections, pendingChecks.get(), Date.now())
    },
  }
}
