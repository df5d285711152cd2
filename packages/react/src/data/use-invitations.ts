import type { ConnectError } from '@nectar-connect/client'
import type {
  InvitationFilter,
  InvitationView,
  SharedInvitationsResponse,
} from '@nectar-connect/contract/wire'
import { useEffect, useMemo } from 'react'
import { invitationQuery, invitationsQuery } from './invitations-query.ts'
import { useConnectQueryClient } from './use-connect-query-client.ts'
import { useConnections } from './use-connections.ts'
import { useOwnPages, useOwnQuery } from './use-own-query.ts'
import { sharingOf } from './use-sharing.ts'

/** Options of `useInvitations()`. */
export interface UseInvitationsOptions {
  /** Only those that wait, that were used, or that are over. Default: all. */
  filter?: InvitationFilter | null | undefined
}

/** What `useInvitations()` answers, by `status`. */
export type InvitationsState =
  | { status: 'loading' }
  /** Asking colleagues is switched off on the server. */
  | { status: 'unavailable' }
  | { status: 'error'; error: ConnectError; retry: () => void }
  | {
      status: 'success'
      /** Newest first. See `sharedStage` for what became of each. */
      invitations: readonly InvitationView[]
      /** How many there are, whatever the filter. */
      counts: SharedInvitationsResponse['counts']
      /** Whether there are older ones than these. */
      hasMore: boolean
      isLoadingMore: boolean
      fetchNextPage: () => void
    }

/**
 * The links that colleagues of the signed-in user's organization were sent, and what became of them, kept current
 * while the page is visible. Neither links nor tokens are among it.
 *
 * @example
 * function Waiting() {
 *   const state = useInvitations({ filter: 'pending' })
 *   return state.status === 'success' ? <p>{state.counts.pending} links wait for somebody</p> : null
 * }
 */
export function useInvitations({ filter = null }: UseInvitationsOptions = {}): InvitationsState {
  const connections = useConnections()
  const isKnown = connections.status === 'success'
  const isOffered = isKnown && sharingOf(connections.sharing) !== null
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInvitationPages(
    filter,
    isOffered,
  )
  const invitations = useMemo(() => data?.pages.flatMap((page) => page?.invitations ?? []) ?? [], [data])

  if (connections.status === 'error') return connections
  if (isKnown && !isOffered) return { status: 'unavailable' }
  if (data?.pages[0]) {
    return {
      status: 'success',
      invitations,
      counts: data.pages[0].counts,
      hasMore: hasNextPage,
      isLoadingMore: isFetchingNextPage,
      fetchNextPage: () => void fetchNextPage(),
    }
  }
  if (error) return { status: 'error', error, retry: () => void refetch() }
  return { status: 'loading' }
}

/** The links that colleagues were sent, page by page, read and kept current while that is wanted. */
export function useInvitationPages(filter: InvitationFilter | null, isWanted: boolean) {
  const { environment, scope } = useConnectQueryClient()
  const options = invitationsQuery(environment, scope, filter)
  const query = useOwnPages(environment, { ...options, enabled: isWanted && options.enabled })
  const { refetch } = query

  useEffect(() => {
    if (!isWanted) return undefined
    return environment.platform.onReturn(() => {
      // Several on one page share one reading, and a hidden page reads nothing.
      if (document.visibilityState === 'visible') void refetch({ cancelRefetch: false })
    })
  }, [environment, isWanted, refetch])

  return query
}

/** An invitation that went out, kept current while it is on screen. */
export function useInvitation(first: InvitationView): InvitationView {
  const { environment, scope } = useConnectQueryClient()
  const query = useOwnQuery(environment, invitationQuery(environment, scope, first))
  const { refetch } = query
  useEffect(
    () =>
      environment.platform.onReturn(() => {
        if (document.visibilityState === 'visible') void refetch()
      }),
    [environment, refetch],
  )
  return query.data ?? first
}
