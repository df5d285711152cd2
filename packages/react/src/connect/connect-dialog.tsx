import { Flow } from '../flow/flow.tsx'
import { usePreloadedFlow } from '../flow/use-preloaded-flow.ts'
import { isAtRest } from './is-at-rest.ts'
import type { ConnectSession } from './use-connect-session.ts'

/** The flow in a modal dialog, there for as long as the session is open. */
export function ConnectDialog({ connect }: { connect: ConnectSession }) {
  usePreloadedFlow()
  if (isAtRest(connect.phase) && connect.share.current === null) return null
  return <Flow>{({ OpenConnectDialog }) => <OpenConnectDialog connect={connect} />}</Flow>
}
