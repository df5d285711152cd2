import { useLayoutEffect, useRef } from 'react'
import { ConnectShell } from './connect-shell.tsx'
import type { ConnectSession } from './use-connect-session.ts'

/** The flow in place: the same screens, with an edge instead of a scrim. It starts with the intro, and returns to it. */
export function ConnectInline({ connect }: { connect: ConnectSession }) {
  const region = useRef<HTMLElement>(null)
  const { name } = connect.phase
  const { open } = connect
  // Before anybody can press what is on screen: the flow may come late, and alone.
  useLayoutEffect(() => {
    if (name === 'idle' || name === 'closed') open()
  }, [name, open])
  return (
    <ConnectShell connect={connect} presentation="inline" measured={region}>
      {({ titleId, size, content }) => (
        <section
          ref={region}
          className="nectar-inline-shell"
          data-nectar-size={size}
          data-nectar-phase={connect.share.current ? 'share' : name}
          aria-labelledby={titleId}
        >
          {content}
        </section>
      )}
    </ConnectShell>
  )
}
