import type { InvitationView } from '@nectar-connect/contract/wire'
import { useConnections } from './use-connections.ts'

/** One's own links, and with the right to do so everybody's. */
export function useMayRevoke({ sharing }: Pick<InvitationView, 'sharing'>): boolean {
  const state = useConnections()
  if (state.status !== 'success') return false
  return state.permissions.revoke || sharing?.invitedBy?.isYou === true
}
