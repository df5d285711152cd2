import { useRef } from 'react'
import { ConnectShell, isAtRest } from './connect-shell.tsx'
import { useModal } from './guest/use-modal.ts'
import type { ConnectSession } from './use-connect-session.ts'

/** The flow in a modal dialog, there for as long as the session is open. */
export function ConnectDialog({ connect }: { connect: ConnectSession }) {
  const isClosed = isAtRest(connect.phase) && connect.share.current === null
  return isClosed ? null : <OpenDialog connect={connect} />
}

function OpenDialog({ connect }: { connect: ConnectSession }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const page = useRef(typeof document === 'undefined' ? null : document.documentElement)
  const events = useModal(dialog, connect.close)
  return (
    <ConnectShell connect={connect} presentation="dialog" measured={page}>
      {({ titleId, size, content }) => (
        <dialog
          ref={dialog}
          className="nectar-dialog"
          data-nectar-size={size}
          data-nectar-phase={connect.share.current ? 'share' : connect.phase.name}
          aria-labelledby={titleId}
          {...events}
        >
          {content}
        </dialog>
      )}
    </ConnectShell>
  )
}
