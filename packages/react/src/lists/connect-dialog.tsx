import { Flow, usePreloadedFlow } from '../button/load-flow.tsx'
import { type ConnectSession, isIdle } from '../session/use-connect-session.ts'

/** The flow in a modal dialog, there for as long as the session is open. */
export function ConnectDialog({ connect }: { connect: ConnectSession }) {
  usePreloadedFlow()
  if (isIdle(connect.phase) && connect.share.current === null) return null
  return <Flow>{({ OpenConnectDialog }) => <OpenConnectDialog connect={connect} />}</Flow>
}
