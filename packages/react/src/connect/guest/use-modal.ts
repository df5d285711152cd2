import { type RefObject, useEffect, useRef } from 'react'
import { activeElement } from './active-element.ts'
import { keepEscape } from './keep-escape.ts'
import { lockScroll } from './lock-scroll.ts'

/**
 * Opens the dialog for as long as it is mounted, on top of whatever the host has open. Afterwards the focus is where it
 * was, and the page scrolls as it did.
 *
 * @returns for the dialog's `close` event: only what the customer closes is closed
 */
export function useModal(ref: RefObject<HTMLDialogElement | null>, onClose: () => void): () => void {
  // React hides a tree by running its cleanups: that closes the dialog, and means nothing.
  const isShown = useRef(false)

  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return undefined
    const opener = activeElement()
    if (!dialog.open) dialog.showModal()
    isShown.current = true
    dialog.querySelector<HTMLElement>('h2')?.focus()
    const ends = [lockScroll(), keepEscape(dialog)]
    return () => {
      isShown.current = false
      for (const end of ends) end()
      if (dialog.open) dialog.close()
      if (opener?.isConnected) opener.focus({ preventScroll: true })
    }
  }, [ref])

  return () => {
    // Strict mode closes and opens it again before the event arrives.
    if (isShown.current && !ref.current?.open) onClose()
  }
}
