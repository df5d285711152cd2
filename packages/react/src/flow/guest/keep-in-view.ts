/**
 * Keeps what is being filled in above an on-screen keyboard that covers the page rather than making it smaller: its height
 * is `--nc-keyboard` on the dialog, in pixels.
 *
 * @returns ends it
 */
export function keepInView(dialog: HTMLDialogElement): () => void {
  const viewport = window.visualViewport
  if (!viewport) return () => {}
  const look = () => {
    // Zoomed with two fingers, it is smaller for another reason.
    const covered = viewport.scale > 1 ? 0 : window.innerHeight - viewport.height - viewport.offsetTop
    if (covered > 1) dialog.style.setProperty('--nc-keyboard', `${covered}px`)
    else dialog.style.removeProperty('--nc-keyboard')
    const { activeElement } = dialog.getRootNode() as Document | ShadowRoot
    if (covered > 1 && dialog.contains(activeElement)) activeElement?.scrollIntoView({ block: 'nearest' })
  }
  viewport.addEventListener('resize', look)
  return () => {
    viewport.removeEventListener('resize', look)
    dialog.style.removeProperty('--nc-keyboard')
  }
}
