import type { ConnectError } from '@nectar-connect/client'
import {
  getInvitationStage,
  type InvitationFilter,
  type InvitationView,
  type SharedInvitationsResponse,
} from '@nectar-connect/contract/wire'
import type { RefetchOptions } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { invitationQuery, invitationsQuery } from './more-queries.ts'
import { useConnections } from './use-connections.ts'
import type { ConnectEnvironment } from './use-environment.ts'
import { sharingOf, useSharing } from './use-known-connections.ts'
import { useOwnPages } from './use-own-pages.ts'
import { useConnectQueryClient, useOwnQuery } from './use-own-query.ts'

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
      /** Newest first. See `getInvitationStage` for what became of each. */
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

/** An invitation that went out, kept current while it is on screen. */
export function useInvitation(first: InvitationView): InvitationView {
  const { environment, scope } = useConnectQueryClient()
  const query = useOwnQuery(environment, invitationQuery(environment, scope, first))
  useRefetchOnReturn(environment, true, query.refetch)
  return query.data ?? first
}

export type WaitingLinks = ReadonlyMap<string, InvitationView>

/**
 * For each connection that a colleague was asked to mend, by its id, the newest link that waits for them. Only the
 * newest twenty links are looked through.
 *
 * @param isWanted whether a connection is on screen that somebody could have been asked to mend
 */
export function useWaitingLinks(isWanted: boolean): WaitingLinks {
  const sharing = useSharing()
  const { data } = useInvitationPages('pending', isWanted && sharing !== null)
  const waiting = isWanted ? data?.pages[0]?.invitations : undefined
  return useMemo(() => byConnection(waiting ?? []), [waiting])
}

function byConnection(newestFirst: readonly InvitationView[]): WaitingLinks {
  const links = new Map<string, InvitationView>()
  for (const link of newestFirst) {
    const { connectionId } = link
    const stage = getInvitationStage(link)
    if (connectionId === null || links.has(connectionId)) continue
    if (stage === 'sent' || stage === 'opened') links.set(connectionId, link)
  }
  return links
}

/** The links that colleagues were sent, page by page, read and kept current while that is wanted. */
function useInvitationPages(filter: InvitationFilter | null, isWanted: boolean) {
  const { environment, scope } = useConnectQueryClient()
  const options = invitationsQuery(environment, scope, filter)
  const query = useOwnPages(environment, { ...options, enabled: isWanted && options.enabled })
  useRefetchOnReturn(environment, isWanted, query.refetch)
  return query
}

function useRefetchOnReturn(
  { platform }: ConnectEnvironment,
  isWanted: boolean,
  refetch: (options: RefetchOptions) => unknown,
) {
  useEffect(() => {
    if (!isWanted) return undefined
    return platform.onReturn(() => {
      // Several on one page share one reading, and a hidden page reads nothing.
      if (platform.isVisible()) void refetch({ cancelRefetch: false })
    })
  }, [platform, isWanted, refetch])
}
