import { lastHostInputAt, trackHostInput } from '../../session/host-input.ts'

/**
 * How long the host's page may be active because of its own input, in milliseconds. Transient activation lasts 5 s in
 * today's browsers; Firefox, whose processes tell each other of it, has been seen to end it up to half a second later.
 */
const ACTIVATION_MS = 6_000
const INTERVAL_MS = 100

/**
 * Tells when the customer first clicks or types in the frame: it has the focus, and the page is active without any
 * input of its own lately. A page that focuses its own field is not touched by that. Where the browser does not tell of
 * activity, the focus counts: rather asked once too often than swapped.
 *
 * @returns ends the watch
 */
export function detectFrameInteraction(frame: HTMLIFrameElement, onTouch: () => void): () => void {
  trackHostInput()
  const timer = setInterval(look, INTERVAL_MS)
  window.addEventListener('blur', look)

  function look() {
    const root = frame.getRootNode() as Document | ShadowRoot
    const isOwnInput = performance.now() - lastHostInputAt() < ACTIVATION_MS
    if (root.activeElement !== frame || isOwnInput || navigator.userActivation?.isActive === false) return
    stop()
    onTouch()
  }

  function stop() {
    clearInterval(timer)
    window.removeEventListener('blur', look)
  }

  return stop
}
