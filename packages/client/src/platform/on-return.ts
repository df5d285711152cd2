/** How often the clocks are compared, in milliseconds. */
const INTERVAL_MS = 1_000

/** If the clocks differ by more than this, in milliseconds, the device slept or its clock was set. */
const JUMP_MS = 2_000

/**
 * Calls back whenever the screen may be out of date: the page is shown again, comes out of the back-forward cache,
 * gets the focus or the network back; and when its clocks jumped, since waking up fires no event of its own.
 *
 * @returns ends it
 */
export function onReturn(callback: () => void): () => void {
  const end = new AbortController()
  const { signal } = end
  const whenVisible = () => document.visibilityState === 'visible' && callback()
  document.addEventListener('visibilitychange', whenVisible, { signal })
  for (const event of ['focus', 'online', 'pageshow']) window.addEventListener(event, callback, { signal })

  let last = { wall: Date.now(), monotonic: performance.now() }
  const timer = setInterval(() => {
    const now = { wall: Date.now(), monotonic: performance.now() }
    const wall = now.wall - last.wall
    const monotonic = now.monotonic - last.monotonic
    last = now
    const isLate = Math.max(wall, monotonic) > INTERVAL_MS + JUMP_MS
    if (isLate || Math.abs(wall - monotonic) > JUMP_MS) callback()
  }, INTERVAL_MS)

  return () => {
    end.abort()
    clearInterval(timer)
  }
}
