import type { InvitationFilter } from '@nectar-connect/contract/wire'
import { useEffect } from 'react'
import { invitationsQuery } from './invitations-query.ts'
import { useConnectQueryClient } from './use-connect-query-client.ts'
import { useOwnPages } from './use-own-query.ts'

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
