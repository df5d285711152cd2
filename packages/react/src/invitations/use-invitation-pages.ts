import type { ConnectError } from '@nectar-connect/client'
import type { SharedFilter } from '@nectar-connect/contract'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useCache } from '../live/use-cache.ts'
import { type InvitationPage, invitationsQuery } from './invitations-query.ts'

type Pages = InfiniteData<InvitationPage>

/** The links that colleagues were sent, page by page, read and kept current while that is wanted. */
export function useInvitationPages(filter: SharedFilter | null, isWanted: boolean) {
  const { environment, queryClient, scope } = useCache()
  const options = invitationsQuery(environment, scope, filter)
  const query = useInfiniteQuery<InvitationPage, ConnectError, Pages, readonly unknown[], string | null>(
    { ...options, enabled: isWanted && options.enabled },
    queryClient,
  )
  const { refetch } = query

  useEffect(() => {
    if (!isWanted) return undefined
    return environment.session.onReturn(() => {
      // Several on one page share one reading, and a hidden page reads nothing.
      if (document.visibilityState === 'visible') void refetch({ cancelRefetch: false })
    })
  }, [environment, isWanted, refetch])

  return query
}
