import { useLayoutEffect, useRef } from 'react'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { CLOSE, Glyph, Skeleton } from '../ui/plain.tsx'

/** The flow's dialog before there is anything in it: drawn at once, and gone when the flow's own takes its place. */
export function OpeningDialog({ onClose }: { onClose: () => void }) {
  const { messages } = useButtonSettings()
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal?.()
    // It gives the focus back, which the flow's dialog finds there.
    return () => dialog?.close?.()
  }, [])
  return (
    <dialog
      ref={ref}
      className="nectar-dialog"
      data-nectar-size="intro"
      aria-label={messages.button.connect}
      aria-busy="true"
      onCancel={onClose}
    >
      <button
        type="button"
        className="nectar-btn nectar-close"
        data-nectar-kind="icon"
        aria-label={messages.close}
        onClick={onClose}
      >
        <Glyph path={CLOSE} />
      </button>
      <Skeleton />
    </dialog>
  )
}
