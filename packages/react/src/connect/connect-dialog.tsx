import { useEffect, useRef } from 'react'
import { ConnectShell } from './connect-shell.tsx'
import type { NectarConnectHandle } from './use-nectar-connect.ts'

/** The flow in a modal dialog, there for as long as the session is open. */
export function ConnectDialog({ connect }: { connect: NectarConnectHandle }) {
  const { name } = connect.phase
  return name === 'idle' || name === 'closed' ? null : <OpenDialog connect={connect} />
}

function OpenDialog({ connect }: { connect: NectarConnectHandle }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const page = useRef(typeof document === 'undefined' ? null : document.documentElement)
  useModal(dialog)
  return (
    <ConnectShell connect={connect} presentation="dialog" measured={page}>
      {({ titleId, size, content }) => (
        <dialog
          ref={dialog}
          className="nectar-dialog"
          data-nectar-size={size}
          data-nectar-phase={connect.phase.name}
          aria-labelledby={titleId}
          onClose={() => {
            // Strict mode closes and opens it again before the event arrives.
            if (!dialog.current?.open) connect.close()
          }}
        >
          {content}
        </dialog>
      )}
    </ConnectShell>
  )
}

/** Opens the dialog, gives the focus back afterwards, and keeps the page behind it from scrolling meanwhile. */
function useModal(ref: { current: HTMLDialogElement | null }) {
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return undefined
    const opener = document.activeElement
    const { style } = document.documentElement
    const overflow = style.overflow
    if (!dialog.open) dialog.showModal()
    dialog.querySelector<HTMLElement>('h2')?.focus()
    style.overflow = 'hidden'
    return () => {
      style.overflow = overflow
      if (dialog.open) dialog.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [ref])
}
