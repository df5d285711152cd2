/** Transient activation lasts 5 s in today's browsers; with some room, in milliseconds. */
const ACTIVATION_MS = 5_500
const INTERVAL_MS = 400

/** What activates a page. A finger does so when it is lifted. */
const OWN_INPUT = ['pointerdown', 'pointerup', 'touchend', 'keydown']

/**
 * Tells when the customer first clicks or types in the frame: it has the focus, and the page was activated without
 * any input of its own lately. A page that focuses its own field is not touched by that.
 *
 * @returns ends the watch
 */
export function watchTouch(frame: HTMLIFrameElement, onTouch: () => void): () => void {
  const end = new AbortController()
  // What led here was an act in the host's page.
  let ownInputAt = performance.now()
  for (const event of OWN_INPUT) {
    window.addEventListener(event, () => (ownInputAt = performance.now()), {
      signal: end.signal,
      capture: true,
    })
  }
  const timer = setInterval(look, INTERVAL_MS)
  window.addEventListener('blur', look, { signal: end.signal })

  function look() {
    const root = frame.getRootNode() as Document | ShadowRoot
    const isOwnInput = performance.now() - ownInputAt < ACTIVATION_MS
    if (root.activeElement !== frame || isOwnInput || navigator.userActivation?.isActive !== true) return
    stop()
    onTouch()
  }

  function stop() {
    clearInterval(timer)
    end.abort()
  }

  return stop
}
