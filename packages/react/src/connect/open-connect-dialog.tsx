import { useRef } from 'react'
import { ConnectShell } from './connect-shell.tsx'
import { useModal } from './guest/use-modal.ts'
import type { ConnectSession } from './use-connect-session.ts'

/** The flow in a modal dialog. */
export function OpenConnectDialog({ connect }: { connect: ConnectSession }) {
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
