import type { ConnectError } from '@nectar-connect/client'
import type { InvitationView } from '@nectar-connect/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useCache } from '../live/use-cache.ts'
import { invitationQuery } from './invitations-query.ts'

/** An invitation that went out, kept current while it is on screen. */
export function useInvitation(first: InvitationView): InvitationView {
  const { environment, queryClient, scope } = useCache()
  const query = useQuery<InvitationView, ConnectError>(
    invitationQuery(environment, scope, first),
    queryClient,
  )
  const { refetch } = query
  useEffect(
    () =>
      environment.session.onReturn(() => {
        if (document.visibilityState === 'visible') void refetch()
      }),
    [environment, refetch],
  )
  return query.data ?? first
}
