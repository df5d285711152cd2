import { useLayoutEffect, useRef } from 'react'
import { useLoad } from '../context/create-load.ts'
import { usePreconnectWhen } from '../session/nectar-page.ts'
import type { UseNectarConnectOptions } from '../session/use-connect-session.ts'
import { OpenConnectDialog } from './connect-shell.tsx'
import { later } from './later.ts'
import { type FlowSession, isClosed, useFlowSession } from './use-flow-session.ts'

/** What the customer asked for. Each time is an object of its own. */
export interface FlowRequest {
  action: 'open' | 'share'
  connectionId: string | undefined
}

interface DialogEmbedProps {
  options: UseNectarConnectOptions
  /** The session's, on its page. */
  name: string
  /** The pointer or the focus was on what opens it. */
  isNear: boolean
  /** The latest: also from before this was loaded. */
  request: FlowRequest | null
}

/** What stands behind a button or a list: the session, and the dialog while it is open. */
export function DialogEmbed(props: DialogEmbedProps) {
  return <FlowDialog connect={useDialogSession(props, true)} />
}

export function useDialogSession(
  { options, name, isNear, request }: DialogEmbedProps,
  isList = false,
): FlowSession {
  const connect = useFlowSession(options, { name, presentation: 'dialog' })
  usePreconnectWhen(isNear)
  // Of a connection, or of a list: the first screen may be among what is loaded later.
  useLoad(later, isNear && (isList || options.connectionId !== undefined))
  const answered = useRef<FlowRequest>(null)
  // Not a moment later: the dialog that stands in for this one is gone already.
  useLayoutEffect(() => {
    if (!request || request === answered.current) return
    answered.current = request
    const { action, connectionId } = request
    if (action === 'open') connect.open({ connectionId })
    else connect.openShare({ connectionId })
  }, [request, connect])
  return connect
}

export function FlowDialog({ connect }: { connect: FlowSession }) {
  const { parts } = useLoad(later)
  return (
    <>
      {parts && <parts.LiveChanges />}
      {!isClosed(connect) && <OpenConnectDialog connect={connect} />}
    </>
  )
}
