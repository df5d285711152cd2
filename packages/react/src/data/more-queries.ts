import { type ConnectError, listChanges, listSharedInvitations } from '@nectar-connect/client'
import {
  type ChangesResponse,
  getFilter,
  getInvitationStage,
  type InvitationFilter,
  type InvitationView,
  type SharedInvitationsResponse,
} from '@nectar-connect/contract/wire'
import type { InfiniteData, QueryObserverOptions } from '@tanstack/react-query'
import { COMMON_OPTIONS, historyKey, invitationsKey, STREAMING_POLL_MS } from './queries.ts'
import type { ConnectEnvironment } from './use-environment.ts'

/** How often the backend is asked while the page is visible, in milliseconds. */
const INVITATIONS_POLL_MS = 30_000

/** How many invitations are read at a time. */
const INVITATIONS_PAGE = 20

/** The same, for what can be read only once it is known whose it would be. */
function optionsFor({ client }: ConnectEnvironment, scope: string | null) {
  return { ...COMMON_OPTIONS, enabled: scope !== null && client.isSettled.get() }
}

/** An answer for somebody else must not stay under this one's key. */
function isFor({ client }: ConnectEnvironment, scope: string | null, answer: object): boolean {
  return (client.scopeOf(answer) ?? scope) === scope
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
      const answer = await listChanges(client, connectionId, limit)
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
      const answer = await listSharedInvitations(client, {
        filter,
        after: pageParam,
        limit: INVITATIONS_PAGE,
      })
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
