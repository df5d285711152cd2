import type { ConnectIntent } from '@nectar-connect/client'
import { useLayoutEffect, useRef, useState } from 'react'
import { useLoad } from '../context/create-load.ts'
import { isIdle, type UseNectarConnectOptions } from '../session/use-connect-session.ts'
import { ConnectShell, OpenConnectDialog } from './connect-shell.tsx'
import { later } from './later.ts'
import { type FlowSession, useFlowSession } from './use-flow-session.ts'

/** Nectar's page wants to be as wide as this, in CSS pixels. */
const FRAME_WIDTH = 720

/** The flow in place, with its session. */
export function InlineEmbed({ options }: { options: UseNectarConnectOptions }) {
  const { connectionId } = options
  const name = `inline:${connectionId ?? 'new'}`
  const connect = useFlowSession(options, { name, presentation: 'inline' })
  const { parts } = useLoad(later)
  return (
    <>
      {parts && <parts.LiveChanges />}
      <ConnectInline connect={connect} connectionId={connectionId} />
    </>
  )
}

/**
 * The flow in place: the same screens, with an edge instead of a scrim. It starts with the intro, and returns to it.
 * What comes after the intro opens in a dialog where the place is too small for the frame, and the window is not.
 */
export function ConnectInline({
  connect,
  connectionId,
}: {
  connect: FlowSession
  connectionId?: string | undefined
}) {
  const region = useRef<HTMLElement>(null)
  const [isSmall, setSmall] = useState(false)
  const { phase, open } = connect
  const isResting = isIdle(phase)
  // Before anybody can press what is on screen: the flow may come late, and alone.
  useLayoutEffect(() => {
    if (isResting) open()
  }, [isResting, open])
  const isLifted = isSmall && !isResting && phase.status !== 'intro'
  const shown = isLifted || isResting ? atIntro(connect, connectionId) : connect
  return (
    <>
      <ConnectShell
        connect={shown}
        presentation="inline"
        beforeFrame={() => setSmall((region.current?.clientWidth ?? FRAME_WIDTH) < FRAME_WIDTH)}
      >
        {(parts) => <section ref={region} className="nectar-inline-shell" {...parts} />}
      </ConnectShell>
      {isLifted && <OpenConnectDialog connect={connect} />}
    </>
  )
}

/** As it is before the customer agrees: what is in the place while the rest is in a dialog, and between two sessions. */
function atIntro(connect: FlowSession, connectionId: string | undefined): FlowSession {
  const { phase, share } = connect
  const asked: ConnectIntent =
    connectionId === undefined ? { kind: 'contributor' } : { kind: 'reconnect', connectionId, baseline: null }
  const intent = 'intent' in phase ? phase.intent : asked
  return {
    ...connect,
    phase: { status: 'intro', intent, pendingRetry: null },
    share: { ...share, current: null, isOpen: false },
  }
}
