import { getActivePage, type Session } from '@nectar-connect/client'
import { useId, useMemo } from 'react'
import { type ConnectPhase, connectPhase } from './connect-phase.ts'
import { openTab } from './open-tab.ts'
import { type UseNectarConnectOptions, useConnectSession } from './use-connect-session.ts'

/** A session in the hands of a host's own components. */
export interface NectarConnectController {
  phase: ConnectPhase
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
  readonly session: Session
}

/**
 * The embedded flow without our looks: the phase, and what can be done in it. `<NectarFrame/>` shows the page.
 *
 * @example
 * function LinkUtility() {
 *   const connect = useNectarConnect({ onSubmitted: () => track('utility_linked') })
 *   if (connect.phase.name === 'open') return <NectarFrame connect={connect} />
 *   return <button onClick={() => connect.open()}>Link your utility</button>
 * }
 */
export function useNectarConnect(options: UseNectarConnectOptions = {}): NectarConnectController {
  const id = useId()
  const name = options.connectionId ?? `custom${id}`
  const { phase, session, ...actions } = useConnectSession(options, { name, presentation: 'custom' })
  const { open, consent, reconnect, connectAnother } = actions
  return useMemo(
    () => ({
      phase: connectPhase(phase, session),
      open,
      consent,
      reconnect,
      connectAnother,
      retry: session.retry,
      requestNewPage: session.requestNewPage,
      openInNewTab() {
        const page = getActivePage(session.phase.get())
        if (!page) return
        openTab(page.invitation.url)
        session.tabOpened(page.invitation.id)
      },
      backToFrame() {
        const page = getActivePage(session.phase.get())
        if (page) session.frameReopened(page.invitation.id)
      },
      close: session.close,
      frame: { session },
    }),
    [phase, session, open, consent, reconnect, connectAnother],
  )
}
