import { type ComponentPropsWithoutRef, useRef } from 'react'
import { createPortal } from 'react-dom'
import { NectarRoot } from '../../context/nectar-root.tsx'
import { useHome } from './use-home.ts'
import { useModal } from './use-modal.ts'

interface ModalDialogProps extends ComponentPropsWithoutRef<'dialog'> {
  /** Out of the way for now, as something of the host's is to be seen: closed, with all that is in it kept. */
  isAside: boolean
  /** The customer closed it. */
  onClose: () => void
}

/** A modal dialog at the end of the page, which keeps its events to itself. See decision 19. */
export function ModalDialog({ isAside, onClose, ...props }: ModalDialogProps) {
  const place = useRef<HTMLSpanElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const home = useHome(place)
  const events = useModal(dialog, { isAside, onClose })
  return (
    <>
      <span ref={place} hidden />
      {createPortal(
        <NectarRoot className="nectar-layer">
          <dialog ref={dialog} className="nectar-dialog" {...props} {...events} />
        </NectarRoot>,
        home,
      )}
    </>
  )
}
