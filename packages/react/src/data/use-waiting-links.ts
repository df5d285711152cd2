import { getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { useMemo } from 'react'
import { useInvitationPages } from './use-invitations.ts'
import { useSharing } from './use-sharing.ts'

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
