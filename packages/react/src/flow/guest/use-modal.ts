import { type RefObject, useRef } from 'react'
import { useCommitEffect } from '../../context/call-host.ts'
import { lastUsed } from '../../session/last-used.ts'
import { keepInView } from './keep-in-view.ts'
import { lockScroll } from './lock-scroll.ts'
import { closeModal, showModal } from './show-modal.ts'
import { trapEscape } from './trap-escape.ts'

interface ModalOptions {
  isAside: boolean
  onClose: () => void
}

/**
 * Opens the dialog for as long as it is shown, on top of whatever the host has open. Afterwards the focus is where it
 * was, and the page scrolls as it did.
 *
 * @returns for the dialog's events: only what the customer closes is closed
 */
export function useModal(ref: RefObject<HTMLDialogElement | null>, { isAside, onClose }: ModalOptions) {
  // React hides a tree by running its cleanups: that closes the dialog, and means nothing.
  const isShown = useRef(false)
  const opener = useRef<HTMLElement | null>(null)

  // Not a mere effect: those outlive a Suspense boundary that hides its tree, and the page would stay blocked.
  useCommitEffect(() => {
    const dialog = ref.current
    if (!dialog || isAside) return undefined
    // Back from aside, the focus is where the host left it.
    if (!opener.current?.isConnected) opener.current = lastUsed()
    if (!dialog.open) showModal(dialog)
    isShown.current = true
    dialog.querySelector<HTMLElement>('h2')?.focus()
    const ends = [lockScroll(), trapEscape(dialog), keepInView(dialog)]
    return () => {
      isShown.current = false
      for (const end of ends) end()
      if (dialog.open) closeModal(dialog)
      if (opener.current?.isConnected) opener.current.focus({ preventScroll: true })
    }
  }, [ref, isAside])

  return {
    onClose() {
      // Strict mode closes and opens it again before the event arrives.
      if (isShown.current && !ref.current?.open) onClose()
    },
  }
}
