import { ConnectError } from '@nectar-connect/client'
import type { InvitationView, SharedFilter, SharedInvitationsResponse } from '@nectar-connect/contract'
import { filterOf, sharedStage } from '@nectar-connect/contract'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { invitationsKey } from '../connections/connections-query.ts'
import type { ConnectEnvironment } from '../provider/connect-environment.ts'

/** How often it is asked what became of links that wait, while the page is visible, in milliseconds. */
const WAITING_MS = 30_000

/** While the stream tells, asking only finds what went wrong on the way. */
const STREAMING_MS = 5 * 60_000

/** How many are read at a time. */
const PAGE = 20

const shared = {
  staleTime: 1_000,
  refetchOnWindowFocus: true,
  retry: (count: number, error: ConnectError) => ConnectError.is(error) && error.isRetryable && count < 2,
  retryDelay: (count: number, error: ConnectError) => error.retryAfterMs ?? 1_000 * 2 ** count,
}

/** An answer for somebody else by now must not stay under this one's key. */
function expectScope({ client }: ConnectEnvironment, scope: string | null) {
  if (client.scope.get() !== scope) throw new ConnectError('internal_error', { isRetryable: false })
}

function intervalMs({ changes }: ConnectEnvironment, isWaiting: boolean): number | false {
  if (!isWaiting) return false
  return changes.state.get() === 'streaming' ? STREAMING_MS : WAITING_MS
}

export function invitationsQuery(
  environment: ConnectEnvironment,
  scope: string | null,
  filter: SharedFilter | null,
) {
  const { client } = environment
  return {
    ...shared,
    queryKey: [...invitationsKey(client.basePath, scope), 'list', filter ?? 'all'] as const,
    async queryFn({ pageParam }: { pageParam: string | null }): Promise<SharedInvitationsResponse> {
      const answer = await client.listSharedInvitations({ filter, after: pageParam, limit: PAGE })
      expectScope(environment, scope)
      return answer
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: SharedInvitationsResponse) =>
      page.hasMore ? (page.invitations.at(-1)?.id ?? null) : null,
    refetchInterval({ state }: { state: { data: InfiniteData<SharedInvitationsResponse> | undefined } }) {
      return intervalMs(environment, (state.data?.pages[0]?.counts.waiting ?? 0) > 0)
    },
  }
}

/** The invitation as it was last answered, until it is read again. */
export function invitationQuery(
  environment: ConnectEnvironment,
  queryClient: QueryClient,
  scope: string | null,
  first: InvitationView,
) {
  const { client } = environment
  const root = invitationsKey(client.basePath, scope)
  const queryKey = [...root, 'one', first.id] as const
  return {
    ...shared,
    queryKey,
    async queryFn(): Promise<InvitationView> {
      const read = await client.getInvitation(first.id)
      expectScope(environment, scope)
      const known = queryClient.getQueryData<InvitationView>(queryKey)
      const answer = keepSharing(read, known ?? first)
      if (known && sharedStage(known) !== sharedStage(answer)) {
        // A list beside it must not say otherwise.
        void queryClient.invalidateQueries({ queryKey: [...root, 'list'] }, { cancelRefetch: true })
      }
      return answer
    },
    initialData: first,
    refetchInterval({ state }: { state: { data: InvitationView | undefined } }) {
      return intervalMs(environment, filterOf(sharedStage(state.data ?? first)) === 'waiting')
    },
  }
}

/** One that is read by itself comes without how it got to a colleague, and that does not change. */
export function keepSharing(read: InvitationView, before: InvitationView | undefined): InvitationView {
  return read.sharing || !before?.sharing ? read : { ...read, sharing: before.sharing }
}
