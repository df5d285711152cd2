import { type Act, type ActPhase, createAct } from '@nectar-connect/client'
import type { InvitationView } from '@nectar-connect/contract'
import { useMemo, useSyncExternalStore } from 'react'
import { invitationsKey } from '../connections/connections-query.ts'
import { useCache } from '../live/use-cache.ts'

/** What can be done to one invitation, and how that goes. */
export function useAct({ id }: Pick<InvitationView, 'id'>): { act: Act; phase: ActPhase } {
  const { environment, queryClient } = useCache()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what goes on belongs to one invitation
  const act = useMemo(
    () =>
      createAct(environment.share, (changed) => {
        const { basePath, scope } = environment.client
        const root = invitationsKey(basePath, scope.get())
        queryClient.setQueryData([...root, 'one', changed.id], changed)
        void queryClient.invalidateQueries({ queryKey: root })
      }),
    [environment, queryClient, id],
  )
  const phase = useSyncExternalStore(act.phase.subscribe, act.phase.get, act.phase.get)
  return { act, phase }
}
