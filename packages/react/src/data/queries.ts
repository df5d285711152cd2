import { ConnectError } from '@nectar-connect/client'
import {
  type ChangesResponse,
  type ConnectionsResponse,
  type ConnectionView,
  describeStatus,
  getFilter,
  getInvitationStage,
  type InvitationFilter,
  type InvitationView,
  type SharedInvitationsResponse,
} from '@nectar-connect/contract/wire'
import type { InfiniteData, Query, QueryObserverOptions } from '@tanstack/react-query'
import { keepNewer } from './apply-changes.ts'
import { isCheckPending } from './status-state.ts'
import type { ConnectEnvironment, PendingCheck } from './use-environment.ts'

/** How often the backend is asked while the page is visible, in milliseconds. */
const ACTIVE_POLL_MS = 2_000
const WAITING_POLL_MS = 15_000
const INVITATIONS_POLL_MS = 30_000
export const IDLE_POLL_MS = 60_000
/** While changes come by themselves, asking only finds what went wrong on their way. */
const STREAMING_POLL_MS = 5 * 60_000

/** How long a new connection is watched eagerly; most first checks that end soon end by then. */
const EAGER_FOR_MS = 5 * 60_000

/** How many invitations are read at a time. */
const INVITATIONS_PAGE = 20

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
const COMMON_OPTIONS = {
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

/** The same, for what can be read only once it is known whose it would be. */
function optionsFor({ client }: ConnectEnvironment, scope: string | null) {
  return { ...COMMON_OPTIONS, enabled: scope !== null && client.isSettled.get() }
}

/** An answer for somebody else must not stay under this one's key. */
function isFor({ client }: ConnectEnvironment, scope: string | null, answer: object): boolean {
  return (client.scopeOf(answer) ?? scope) === scope
}

/** Its data is null where the answer was for somebody else than the key, and stands under theirs. */
export function connectionsQuery(
  environment: ConnectEnvironment,
  scope: string | null,
): QueryObserverOptions<ConnectionsResponse | null, ConnectError> {
  const { client, pendingChecks, changes, queryClient } = environment
  const queryKey = connectionsKey(client.basePath, scope)
  return {
    ...COMMON_OPTIONS,
    enabled: client.isSettled.get(),
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
      return isTold ? STREAMING_POLL_MS : refetchInterval(data.connections, pendingChecks.get(), Date.now())
    },
  }
}

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

/** @param limit how many changes at most; see `useConnectionHistory` */
export function historyQuery(
  environment: ConnectEnvironment,
  scope: string | null,
  connectionId: string,
  limit: number,
): QueryObserverOptions<ChangesResponse | null, ConnectError> {
  const { client } = environment
  return {
    ...optionsFor(environment, scope),
    queryKey: [...historyKey(client.basePath, scope, connectionId), limit],
    async queryFn() {
      const answer = await client.listChanges(connectionId, limit)
      return isFor(environment, scope, answer) ? answer : null
    },
    // While more is read, what there is stays: of the same connection and the same people only.
    placeholderData: (before, query) =>
      query?.queryKey[2] === (scope ?? 'unknown') && query.queryKey[4] === connectionId ? before : undefined,
  }
}

function invitationsInterval({ changes }: ConnectEnvironment, isWaiting: boolean): number | false {
  if (!isWaiting) return false
  return changes.state.get() === 'streaming' ? STREAMING_POLL_MS : INVITATIONS_POLL_MS
}

/** A page is null where the answer was for somebody else. */
export function invitationsQuery(
  environment: ConnectEnvironment,
  scope: string | null,
  filter: InvitationFilter | null,
) {
  type Page = SharedInvitationsResponse | null
  const { client } = environment
  return {
    ...optionsFor(environment, scope),
    queryKey: [...invitationsKey(client.basePath, scope), 'list', filter ?? 'all'] as const,
    async queryFn({ pageParam }: { pageParam: string | null }): Promise<Page> {
      const answer = await client.listSharedInvitations({ filter, after: pageParam, limit: INVITATIONS_PAGE })
      return isFor(environment, scope, answer) ? answer : null
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page) => (page?.hasMore ? (page.invitations.at(-1)?.id ?? null) : null),
    refetchInterval({ state }: { state: { data: InfiniteData<Page> | undefined } }) {
      return invitationsInterval(environment, (state.data?.pages[0]?.counts.pending ?? 0) > 0)
    },
  }
}

/** The invitation as it was last answered, until it is read again. */
export function invitationQuery(
  environment: ConnectEnvironment,
  scope: string | null,
  first: InvitationView,
) {
  const { client, queryClient } = environment
  const root = invitationsKey(client.basePath, scope)
  const queryKey = [...root, 'one', first.id] as const
  return {
    ...COMMON_OPTIONS,
    enabled: client.isSettled.get(),
    queryKey,
    async queryFn(): Promise<InvitationView> {
      const read = await client.getInvitation(first.id)
      const known = queryClient.getQueryData<InvitationView>(queryKey)
      if (!isFor(environment, scope, read)) return known ?? first
      const answer = keepSharing(read, known ?? first)
      if (known && getInvitationStage(known) !== getInvitationStage(answer)) {
        // A list beside it must not say otherwise.
        void queryClient.invalidateQueries({ queryKey: [...root, 'list'] }, { cancelRefetch: true })
      }
      return answer
    },
    initialData: first,
    refetchInterval({ state }: { state: { data: InvitationView | undefined } }) {
      return invitationsInterval(
        environment,
        getFilter(getInvitationStage(state.data ?? first)) === 'pending',
      )
    },
  }
}

/** One that is read by itself comes without how it got to a colleague, and that does not change. */
export function keepSharing(read: InvitationView, before: InvitationView | undefined): InvitationView {
  return read.sharing || !before?.sharing ? read : { ...read, sharing: before.sharing }
}
