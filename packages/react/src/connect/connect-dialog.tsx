import { useRef } from 'react'
import { ConnectShell } from './connect-shell.tsx'
import { useModal } from './guest/use-modal.ts'
import type { ConnectSession } from './use-connect-session.ts'

/** The flow in a modal dialog, there for as long as the session is open. */
export function ConnectDialog({ connect }: { connect: ConnectSession }) {
  const { name } = connect.phase
  return name === 'idle' || name === 'closed' ? null : <OpenDialog connect={connect} />
}

function OpenDialog({ connect }: { connect: ConnectSession }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const page = useRef(typeof document === 'undefined' ? null : document.documentElement)
  const events = useModal(dialog, connect.session.close)
  return (
    <ConnectShell connect={connect} presentation="dialog" measured={page}>
      {({ titleId, size, content }) => (
        <dialog
          ref={dialog}
          className="nectar-dialog"
          data-nectar-size={size}
          data-nectar-phase={connect.phase.name}
          aria-labelledby={titleId}
          {...events}
        >
          {content}
        </dialog>
      )}
    </ConnectShell>
  )
}
