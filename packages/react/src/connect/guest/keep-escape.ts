/**
 * Keeps Escape to the dialog that it is meant for. Modals of the host listen on the document, often before anything
 * inside them hears of it, and would close along with ours. The browser still closes the dialog: that is no listener.
 *
 * @returns ends it
 */
export function keepEscape(dialog: HTMLDialogElement): () => void {
  const keep = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.composedPath().includes(dialog)) event.stopPropagation()
  }
  window.addEventListener('keydown', keep, { capture: true })
  return () => window.removeEventListener('keydown', keep, { capture: true })
}
