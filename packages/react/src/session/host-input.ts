/** What activates a page. A finger does so when it is lifted. */
const EVENTS = ['pointerdown', 'pointerup', 'touchend', 'keydown']

let lastAt = Number.NEGATIVE_INFINITY
let isWatched = false

/** Listens, from the first call on, for what the customer does in the host's page. */
export function trackHostInput(): void {
  if (isWatched) return
  isWatched = true
  for (const event of EVENTS) {
    window.addEventListener(event, () => (lastAt = performance.now()), { capture: true, passive: true })
  }
}

/** When the customer last did something in the host's page, on the monotonic clock, in milliseconds. */
export function lastHostInputAt(): number {
  return lastAt
}
