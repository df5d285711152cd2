import type { InvitationView } from '@nectar-connect/contract/wire'
import { useConnections } from './use-connections.ts'

/** One's own links, and with the right to do so everybody's. */
export function useMayWithdraw({ sharing }: Pick<InvitationView, 'sharing'>): boolean {
  const state = useConnections()
  if (state.type !== 'success') return false
  return state.can.revoke || sharing?.invitedBy?.isYou === true
}
