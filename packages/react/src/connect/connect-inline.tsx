import { useLayoutEffect, useRef, useState } from 'react'
import { ConnectShell } from './connect-shell.tsx'
import { OpenConnectDialog } from './open-connect-dialog.tsx'
import type { ConnectSession } from './use-connect-session.ts'

/** Nectar's page wants to be as wide as this, in CSS pixels. */
const FRAME_WIDTH = 720

/**
 * The flow in place: the same screens, with an edge instead of a scrim. It starts with the intro, and returns to it.
 * What comes after the intro opens in a dialog where the place is too small for the frame, and the window is not.
 */
export function ConnectInline({ connect }: { connect: ConnectSession }) {
  const region = useRef<HTMLElement>(null)
  const [isSmall, setSmall] = useState(false)
  const { name } = connect.phase
  const { open } = connect
  // Before anybody can press what is on screen: the flow may come late, and alone.
  useLayoutEffect(() => {
    if (name === 'idle' || name === 'closed') open()
  }, [name, open])
  const inPlace = atIntro(connect)
  const isLifted = isSmall && inPlace !== connect
  const shown = isLifted ? inPlace : connect
  return (
    <>
      <ConnectShell
        connect={shown}
        presentation="inline"
        beforeFrame={() => setSmall((region.current?.clientWidth ?? FRAME_WIDTH) < FRAME_WIDTH)}
      >
        {({ titleId, size, content }) => (
          <section
            ref={region}
            className="nectar-inline-shell"
            data-nectar-size={size}
            data-nectar-phase={shown.share.current ? 'share' : shown.phase.name}
            aria-labelledby={titleId}
          >
            {content}
          </section>
        )}
      </ConnectShell>
      {isLifted && <OpenConnectDialog connect={connect} />}
    </>
  )
}

/** As it was before the customer agreed: what stays in the place while the rest is in a dialog. */
function atIntro(connect: ConnectSession): ConnectSession {
  const { phase, share } = connect
  if (!('purpose' in phase) || phase.name === 'intro') return connect
  const { purpose } = phase
  return {
    ...connect,
    phase: { name: 'intro', purpose, unsettled: null },
    share: { ...share, current: null },
  }
}
