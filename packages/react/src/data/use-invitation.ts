import type { InvitationView } from '@nectar-connect/contract/wire'
import { useEffect } from 'react'
import { invitationQuery } from './invitations-query.ts'
import { useConnectQueryClient } from './use-connect-query-client.ts'
import { useOwnQuery } from './use-own-query.ts'

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
