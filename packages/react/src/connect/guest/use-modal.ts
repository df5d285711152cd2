import { type RefObject, type SyntheticEvent, useRef } from 'react'
import { useCommitEffect } from '../../provider/use-latest.ts'
import { activeElement } from './active-element.ts'
import { keepEscape } from './keep-escape.ts'
import { lockScroll } from './lock-scroll.ts'

/**
 * Opens the dialog for as long as it is shown, on top of whatever the host has open. Afterwards the focus is where it
 * was, and the page scrolls as it did.
 *
 * @returns for the dialog's events: only what the customer closes is closed
 */
export function useModal(ref: RefObject<HTMLDialogElement | null>, onClose: () => void) {
  // React hides a tree by running its cleanups: that closes the dialog, and means nothing.
  const isShown = useRef(false)

  // Not a mere effect: those outlive a Suspense boundary that hides its tree, and the page would stay blocked.
  useCommitEffect(() => {
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

  return {
    onCancel: keepToItself,
    onClose(event: SyntheticEvent) {
      keepToItself(event)
      // Strict mode closes and opens it again before the event arrives.
      if (isShown.current && !ref.current?.open) onClose()
    },
  }
}

/** The browser does not let these events bubble, but React does: to a dialog of the host's around ours. */
function keepToItself(event: SyntheticEvent) {
  event.stopPropagation()
}
