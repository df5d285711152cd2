/**
 * Keeps Escape to the dialog that it is meant for. Modals of the host listen on the document, often before anything
 * inside them hears of it, and would close along with ours. The browser still closes the dialog: that is no listener.
 *
 * @returns ends it
 */
export function trapEscape(dialog: HTMLDialogElement): () => void {
  const keep = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isMeantFor(dialog)) event.stopPropagation()
  }
  window.addEventListener('keydown', keep, { capture: true })
  return () => window.removeEventListener('keydown', keep, { capture: true })
}

/** The focus is in it, or nowhere: a click beside all buttons leaves it there. A closed shadow root hides its events. */
function isMeantFor(dialog: HTMLDialogElement): boolean {
  const { activeElement } = dialog.getRootNode() as Document | ShadowRoot
  const isNowhere = document.activeElement === null || document.activeElement === document.body
  return isNowhere || dialog.contains(activeElement)
}
