import { ConnectShell } from './connect-shell.tsx'
import { ModalDialog } from './guest/modal-dialog.tsx'
import type { ConnectSession } from './use-connect-session.ts'

/** The flow in a modal dialog. */
export function OpenConnectDialog({ connect }: { connect: ConnectSession }) {
  return (
    <ConnectShell connect={connect} presentation="dialog">
      {({ titleId, size, isAside, content }) => (
        <ModalDialog
          isAside={isAside}
          onClose={connect.close}
          data-nectar-size={size}
          data-nectar-phase={connect.share.current ? 'share' : connect.phase.name}
          aria-labelledby={titleId}
        >
          {content}
        </ModalDialog>
      )}
    </ConnectShell>
  )
}
