import { type ActionState, createInvitationAction, type InvitationAction } from '@nectar-connect/client'
import type { InvitationView } from '@nectar-connect/contract/wire'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { invitationsKey, keepSharing } from '../data/queries.ts'
import type { ConnectEnvironment } from '../data/use-environment.ts'
import { useConnectQueryClient } from '../data/use-own-query.ts'

/** What was done to invitations whose link was replaced: told where the fresh one is shown. */
const handedOver = new WeakMap<ConnectEnvironment, Map<string, InvitationAction>>()

/** What can be done to one invitation, and how that goes. */
export function useInvitationAction({ id }: Pick<InvitationView, 'id'>): {
  act: InvitationAction
  phase: ActionState
  /** It began where the link from before was shown. */
  isHandedOver: boolean
} {
  const { environment, queryClient } = useConnectQueryClient()
  const { act, isHandedOver } = useMemo(() => {
    const known = handedOver.get(environment) ?? new Map<string, InvitationAction>()
    handedOver.set(environment, known)
    const made: InvitationAction = createInvitationAction(
      environment.client,
      environment.platform,
      (changed) => {
        const { basePath, scope } = environment.client
        const root = invitationsKey(basePath, scope.get())
        if (changed.id !== id) known.set(changed.id, made)
        queryClient.setQueryData<InvitationView>([...root, 'one', changed.id], (before) =>
          keepSharing(changed, before),
        )
        void queryClient.invalidateQueries({ queryKey: root })
      },
    )
    const begun = known.get(id)
    return { act: begun ?? made, isHandedOver: begun !== undefined }
  }, [environment, queryClient, id])
  // Whoever comes back later has read it.
  useEffect(() => void handedOver.get(environment)?.delete(id), [environment, id])
  const phase = useSyncExternalStore(act.phase.subscribe, act.phase.get, act.phase.get)
  return { act, phase, isHandedOver }
}
