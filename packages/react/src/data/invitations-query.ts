import {
  getFilter,
  getInvitationStage,
  type InvitationFilter,
  type InvitationView,
  type SharedInvitationsResponse,
} from '@nectar-connect/contract/wire'
import type { InfiniteData } from '@tanstack/react-query'
import type { ConnectEnvironment } from './connect-environment.ts'
import { invitationsKey } from './connections-query.ts'
import { OWN_OPTIONS } from './own-options.ts'

/** How often it is asked what became of links that wait, while the page is visible, in milliseconds. */
const WAITING_MS = 30_000

/** While the stream tells, asking only finds what went wrong on the way. */
const STREAMING_MS = 5 * 60_000

/** How many are read at a time. */
const PAGE = 20

/** An answer for somebody else must not stay under this one's key. */
function isFor({ client }: ConnectEnvironment, scope: string | null, answer: object): boolean {
  return (client.scopeOf(answer) ?? scope) === scope
}

/** A page is null where the answer was for somebody else. */
export type InvitationPage = SharedInvitationsResponse | null

function intervalMs({ changes }: ConnectEnvironment, isWaiting: boolean): number | false {
  if (!isWaiting) return false
  return changes.state.get() === 'streaming' ? STREAMING_MS : WAITING_MS
}

export function invitationsQuery(
  environment: ConnectEnvironment,
  scope: string | null,
  filter: InvitationFilter | null,
) {
  const { client } = environment
  return {
    ...OWN_OPTIONS,
    queryKey: [...invitationsKey(client.basePath, scope), 'list', filter ?? 'all'] as const,
    enabled: scope !== null && client.isSettled.get(),
    async queryFn({ pageParam }: { pageParam: string | null }): Promise<InvitationPage> {
      const answer = await client.listSharedInvitations({ filter, after: pageParam, limit: PAGE })
      return isFor(environment, scope, answer) ? answer : null
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: InvitationPage) =>
      page?.hasMore ? (page.invitations.at(-1)?.id ?? null) : null,
    refetchInterval({ state }: { state: { data: InfiniteData<InvitationPage> | undefined } }) {
      return intervalMs(environment, (state.data?.pages[0]?.counts.pending ?? 0) > 0)
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
    ...OWN_OPTIONS,
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
      return intervalMs(environment, getFilter(getInvitationStage(state.data ?? first)) === 'pending')
    },
  }
}

/** One that is read by itself comes without how it got to a colleague, and that does not change. */
export function keepSharing(read: InvitationView, before: InvitationView | undefined): InvitationView {
  return read.sharing || !before?.sharing ? read : { ...read, sharing: before.sharing }
}
