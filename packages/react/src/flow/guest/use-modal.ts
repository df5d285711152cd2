import { type RefObject, useRef } from 'react'
import { useCommitEffect } from '../../context/use-latest.ts'
import { lastUsed } from '../../session/host-input.ts'

/**
 * Opens the dialog for as long as it is shown, on top of whatever the host has open. Afterwards the focus is where it
 * was, and the page scrolls as it did.
 *
 * @returns for the dialog's events: only what the customer closes is closed
 */
export function useModal(ref: RefObject<HTMLDialogElement | null>, isAside: boolean, onClose: () => void) {
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

/** Pages that are only emulated, as jsdom does, cannot show a dialog on top of everything: there it is merely there. */
function showModal(dialog: HTMLDialogElement) {
  if (typeof dialog.showModal === 'function') dialog.showModal()
  else dialog.setAttribute('open', '')
}

function closeModal(dialog: HTMLDialogElement) {
  if (typeof dialog.close === 'function') dialog.close()
  else dialog.removeAttribute('open')
}

/** How many of our dialogs are open, and what keeps the page from scrolling for as long. */
let locks = 0
let sheet: CSSStyleSheet | null = null

/** Keeps the page behind a dialog from scrolling, in a style sheet of its own: the host's styles stay as they are. */
export function lockScroll(): () => void {
  if (locks === 0) sheet = addSheet()
  locks++
  return () => {
    locks--
    if (locks > 0) return
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    sheet = null
  }
}

function addSheet(): CSSStyleSheet | null {
  const { documentElement, adoptedStyleSheets } = document
  // Not in a browser, but in a test without one.
  if (!adoptedStyleSheets) return null
  const hasScrollbar = window.innerWidth > documentElement.clientWidth
  const added = new CSSStyleSheet()
  added.replaceSync(
    `html { overflow: hidden !important${hasScrollbar ? '; scrollbar-gutter: stable !important' : ''} }`,
  )
  document.adoptedStyleSheets = [...adoptedStyleSheets, added]
  return added
}

/**
 * Keeps Escape to the dialog that it is meant for. Modals of the host listen on the document, often before anything
 * inside them hears of it, and would close along with ours. The browser still closes the dialog: that is no listener.
 */
function trapEscape(dialog: HTMLDialogElement): () => void {
  const keep = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // The focus is in it, or nowhere: a click beside all buttons leaves it there. A closed shadow root hides its events.
    const isNowhere = document.activeElement === null || document.activeElement === document.body
    if (isNowhere || dialog.contains(activeElementIn(dialog))) event.stopPropagation()
  }
  window.addEventListener('keydown', keep, { capture: true })
  return () => window.removeEventListener('keydown', keep, { capture: true })
}

/** Keeps fields above an on-screen keyboard that covers the page: `--nc-keyboard` is its height in pixels. */
function keepInView(dialog: HTMLDialogElement): () => void {
  const viewport = window.visualViewport
  if (!viewport) return () => {}
  const look = () => {
    // Zoomed with two fingers, it is smaller for another reason.
    const covered = viewport.scale > 1 ? 0 : window.innerHeight - viewport.height - viewport.offsetTop
    const active = activeElementIn(dialog)
    if (covered > 1) dialog.style.setProperty('--nc-keyboard', `${covered}px`)
    else dialog.style.removeProperty('--nc-keyboard')
    if (covered > 1 && dialog.contains(active)) active?.scrollIntoView({ block: 'nearest' })
  }
  viewport.addEventListener('resize', look)
  return () => {
    viewport.removeEventListener('resize', look)
    dialog.style.removeProperty('--nc-keyboard')
  }
}

/** What has the focus in the document or shadow root of the dialog. */
function activeElementIn(dialog: HTMLDialogElement): Element | null {
  return (dialog.getRootNode() as Document | ShadowRoot).activeElement
}
