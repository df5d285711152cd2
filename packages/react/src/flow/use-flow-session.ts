import type { Presentation } from '@nectar-connect/client'
import { useEffect, useMemo } from 'react'
import { useLatest } from '../context/use-latest.ts'
import { trackHostInput } from '../session/host-input.ts'
import {
  type ConnectSession,
  connectionIdOf,
  isIdle,
  type UseNectarConnectOptions,
  useConnectSession,
} from '../session/use-connect-session.ts'
import { later } from './later.ts'
import { type ShareFlow, useShareFlow } from './use-share-flow.ts'

/** A session, and asking a colleague beside it. */
export interface FlowSession extends ConnectSession {
  /** Asking a colleague, on screen instead of the session's phase. */
  share: ShareFlow
  /** Asks somebody else for the same that this person came for, or for a connection. */
  openShare(target?: { connectionId?: string | undefined }): void
  /** Sends the link to the signed-in person's own address. */
  shareWithSelf(): void
  /** Closes whatever is open. */
  close(): void
}

/** The screens of how it ended come with it. */
const loadRestoration = () => later.load().then(({ createRestoration }) => createRestoration)

/** Nothing is on screen. */
export function isClosed({ phase, share }: FlowSession): boolean {
  return isIdle(phase) && !share.isOpen
}

export function useFlowSession(
  options: UseNectarConnectOptions,
  place: { name: string; presentation: Presentation },
): FlowSession {
  const connect = useConnectSession(options, { ...place, loadRestoration })
  const share = useShareFlow(options)
  const latest = useLatest(options)
  useEffect(trackHostInput, [])
  return useMemo(() => {
    const { session, open } = connect
    const asked = () => connectionIdOf(session.phase.get())
    const isResting = () => isIdle(session.phase.get())
    return {
      ...connect,
      share,
      open(target) {
        const connectionId = target?.connectionId ?? latest.current.connectionId
        const { comeBack } = share.aside
        comeBack?.()
        if (comeBack && (share.isOpen || !isResting()) && connectionId === asked()) return
        open({ connectionId })
      },
      openShare: (target) => share.open({ connectionId: target?.connectionId ?? asked() }),
      shareWithSelf: () => share.open({ connectionId: asked(), isSelf: true }),
      close() {
        const wasOnlyAsking = share.isOpen && isResting()
        share.close()
        if (!wasOnlyAsking) session.close()
      },
    }
  }, [connect, share, latest])
}
