import type { ConnectSession } from '../session/use-connect-session.ts'
import { ConnectShell } from './connect-shell.tsx'
import { ModalDialog } from './guest/modal-dialog.tsx'

/** The flow in a modal dialog. */
export function OpenConnectDialog({ connect }: { connect: ConnectSession }) {
  return (
    <ConnectShell connect={connect} presentation="dialog">
      {({ titleId, size, isAside, content }) => (
        <ModalDialog
          isAside={isAside}
          onClose={connect.close}
          data-nectar-size={size}
          data-nectar-phase={connect.share.current ? 'share' : connect.phase.status}
          aria-labelledby={titleId}
        >
          {content}
        </ModalDialog>
      )}
    </ConnectShell>
  )
}
