import { type UseNectarConnectOptions, useConnectSession } from '../session/use-connect-session.ts'
import { ConnectInline } from './connect-inline.tsx'

/** The flow in place, with its session. */
export function InlineEmbed({ options }: { options: UseNectarConnectOptions }) {
  const { connectionId } = options
  const name = `inline:${connectionId ?? 'new'}`
  const connect = useConnectSession(options, { name, presentation: 'inline' })
  return <ConnectInline connect={connect} connectionId={connectionId} />
}
