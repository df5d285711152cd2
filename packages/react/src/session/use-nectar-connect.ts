import { type ConnectPhase, createRestoration, getActivePage, type Session } from '@nectar-connect/client'
import { useId, useMemo } from 'react'
import { refetchInterval } from '../data/refetch-interval.ts'
import { useKnownConnections } from '../data/use-known-connections.ts'
import { type UseNectarConnectOptions, useConnectSession } from './use-connect-session.ts'

/** A session in the hands of a host's own components. */
export interface NectarConnectController {
  phase: ConnectPhase
  /** Nectar's page can be opened in a tab of its own: also when it could not be shown in the frame. */
  canOpenInNewTab: boolean
  /** Milliseconds left of Nectar's page; null: there is no page, or it never runs out. Reads the clock each time. */
  getRemainingMs(): number | null
  /** Milliseconds until a failure may be retried, because the server said so; 0: now. Reads the clock each time. */
  getRetryInMs(): number
  /** Shows the intro. Nothing is asked of the backend yet. */
  open(target?: { connectionId?: string | undefined }): void
  /** Agrees to the intro. */
  consent(): void
  /** Signs in once more to a connection whose sign-in was not accepted: reconnects that connection. */
  reconnect(connectionId: string): void
  /** Starts over for another account, from the intro. */
  connectAnother(): void
  /** Once more after a failure; not before the server allows. */
  retry(): void
  /** A fresh page in place of one that is running out of time, or has. */
  requestNewPage(): void
  /** Shows the page in a tab of its own, and watches it from here. To be called in an event of the customer's. */
  openInNewTab(): void
  /** Back from a tab to `<NectarFrame/>`, with the same invitation: nobody can tell whether a tab did open. */
  backToFrame(): void
  close(): void
  /** For `<NectarFrame/>`. */
  readonly frame: FrameBinding
}

/** What `<NectarFrame/>` needs. Nothing in it is for the host. */
export interface FrameBinding {
  /** Names the session among those of its page. */
  readonly name: string
  /** @internal */
  readonly session: Session
}

const loadRestoration = () => Promise.resolve(createRestoration)

/**
 * The embedded flow without our looks: the phase, and what can be done in it. `<NectarFrame/>` shows the page.
 *
 * @example
 * function LinkUtility() {
 *   const connect = useNectarConnect({ onSubmitted: () => track('utility_linked') })
 *   if (connect.phase.status === 'open') return <NectarFrame connect={connect} />
 *   return <button onClick={() => connect.open()}>Link your utility</button>
 * }
 */
export function useNectarConnect(options: UseNectarConnectOptions = {}): NectarConnectController {
  const id = useId()
  const name = options.connectionId ?? `custom${id}`
  // What was submitted here is looked at again soon: the host hears of it.
  useKnownConnections(refetchInterval)
  const { phase, session, ...actions } = useConnectSession(options, {
    name,
    presentation: 'custom',
    loadRestoration,
  })
  const { open, consent, reconnect, connectAnother } = actions
  return useMemo(
    () => ({
      phase,
      canOpenInNewTab: getActivePage(phase) !== null,
      getRemainingMs: session.getRemainingMs,
      getRetryInMs: session.getRetryInMs,
      open,
      consent,
      reconnect,
      connectAnother,
      retry: session.retry,
      requestNewPage: session.requestNewPage,
      openInNewTab() {
        const id = getActivePage(session.phase.get())?.invitation.id ?? ''
        const url = session.getPageUrl(id)
        if (url === null) return
        // A real link, followed: no popup blocker minds it, and the new tab learns nothing of this one.
        const link = document.createElement('a')
        Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer' }).click()
        session.tabOpened(id)
      },
      backToFrame() {
        const page = getActivePage(session.phase.get())
        if (page) session.frameReopened(page.invitation.id)
      },
      close: session.close,
      frame: { name, session },
    }),
    [phase, session, name, open, consent, reconnect, connectAnother],
  )
}
