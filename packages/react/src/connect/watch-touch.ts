import { lastOwnInputAt, watchOwnInput } from './own-input.ts'

/** Transient activation lasts 5 s in today's browsers; with a little room, in milliseconds. */
const ACTIVATION_MS = 5_100
const INTERVAL_MS = 100

/**
 * Tells when the customer first clicks or types in the frame: it has the focus, and the page is active without any
 * input of its own lately. A page that focuses its own field is not touched by that.
 *
 * @returns ends the watch
 */
export function watchTouch(frame: HTMLIFrameElement, onTouch: () => void): () => void {
  watchOwnInput()
  const timer = setInterval(look, INTERVAL_MS)
  window.addEventListener('blur', look)

  function look() {
    const root = frame.getRootNode() as Document | ShadowRoot
    const isOwnInput = performance.now() - lastOwnInputAt() < ACTIVATION_MS
    if (root.activeElement !== frame || isOwnInput || navigator.userActivation?.isActive !== true) return
    stop()
    onTouch()
  }

  function stop() {
    clearInterval(timer)
    window.removeEventListener('blur', look)
  }

  return stop
}
