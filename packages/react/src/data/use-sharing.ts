import type { InvitationView, SharingPolicy } from '@nectar-connect/contract/wire'
import { useConnections } from './use-connections.ts'

/** How the signed-in person can ask a colleague; null: not at all, or it is not known yet. */
export function useSharing(): SharingPolicy | null {
  const state = useConnections()
  if (state.status !== 'success' || !state.permissions.invite) return null
  return sharingOf(state.sharing)
}

/** Null where links can neither be mailed nor copied. */
export function sharingOf(terms: SharingPolicy): SharingPolicy | null {
  return terms.mail !== null || terms.allowLinks ? terms : null
}

/** One's own links, and with the right to do so everybody's. */
export function useMayRevoke({ sharing }: Pick<InvitationView, 'sharing'>): boolean {
  const state = useConnections()
  if (state.status !== 'success') return false
  return state.permissions.revoke || sharing?.invitedBy?.isYou === true
}
