import { Flow, preloadFlow, usePreloadedFlow } from '../button/load-flow.tsx'
import { type PreloadTriggers, usePreconnect } from '../session/nectar-page.ts'
import type { ConnectSession } from '../session/use-connect-session.ts'
import { isIdle } from '../session/use-connect-session.ts'
import type { ShareFlow } from '../session/use-share-flow.ts'

/** The flow in a modal dialog, there for as long as the session is open. */
export function ConnectDialog({ connect }: { connect: ConnectSession }) {
  usePreloadedFlow()
  if (isIdle(connect.phase) && connect.share.current === null) return null
  return <Flow>{({ OpenConnectDialog }) => <OpenConnectDialog connect={connect} />}</Flow>
}

/** Asking a colleague in a modal dialog of its own, where there is no session to come from. */
export function ShareDialog({ flow }: { flow: ShareFlow }) {
  usePreloadedFlow()
  const { current } = flow
  if (current === null) return null
  return <Flow>{({ OpenShareDialog }) => <OpenShareDialog open={current} flow={flow} />}</Flow>
}

/** For what opens the flow: when the pointer or the focus comes near, its code is loaded, too. */
export function useFlowPreload(): PreloadTriggers {
  const { onPointerEnter: preconnect } = usePreconnect()
  const prepare = () => {
    preloadFlow()
    preconnect()
  }
  return { onPointerEnter: prepare, onFocus: prepare }
}
