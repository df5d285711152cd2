import { Flow, preloadFlow, usePreloadedFlow } from '../button/load-flow.tsx'
import { type PreloadTriggers, usePreconnect } from '../session/nectar-page.ts'
import { type ConnectSession, isIdle } from '../session/use-connect-session.ts'

/** The flow in a modal dialog, there for as long as the session is open. */
export function ConnectDialog({ connect }: { connect: ConnectSession }) {
  usePreloadedFlow()
  if (isIdle(connect.phase) && connect.share.current === null) return null
  return <Flow>{({ OpenConnectDialog }) => <OpenConnectDialog connect={connect} />}</Flow>
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
