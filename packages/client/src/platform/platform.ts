/** What this package needs of a browser, but for what few parts need. Tests pass a fake one. */
export interface Platform extends ReturnType<typeof browserPlatform> {}

/** Browsers fire a timer at once when its delay does not fit into 31 bits (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The browser that this code runs in. Nothing is read from it until it is needed: a page may be prerendered. */
export function browserPlatform() {
  return {
    /** Milliseconds since it was first asked, sleep of the device included. Never runs backwards. */
    now: createElapsedClock(),
    /** Wall time, for what is shown and stored. */
    today: () => new Date(),
    /** From 0 to 1. */
    random: Math.random,
    createId,
    /** @returns cancels it */
    setTimer(callback: () => void, ms: number): () => void {
      const id = setTimeout(callback, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS))
      return () => clearTimeout(id)
    },
    /** This tab's storage. Throws if it is switched off. */
    storage: (): Storage => sessionStorage,
    /** Names this load of the page; it stays the same through the back-forward cache. */
    loadedAt: () => performance.timeOrigin,
    /** Whether this page took the place of an earlier load of itself. */
    isReload(): boolean {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const wasDiscarded = 'wasDiscarded' in document && document.wasDiscarded === true
      // Reached by Back, but loaded again: it was not in the back-forward cache.
      return wasDiscarded || navigation?.type === 'reload' || navigation?.type === 'back_forward'
    },
    origin: () => location.origin,
    isVisible: () => document.visibilityState === 'visible',
    onReturn,
    /** Calls back as `onReturn` does, and when the page is hidden. */
    onWake(callback: () => void): () => void {
      const endReturn = onReturn(callback)
      document.addEventListener('visibilitychange', callback)
      return () => {
        endReturn()
        document.removeEventListener('visibilitychange', callback)
      }
    },
    /** Calls back when the page is left for good, as far as the browser reports it. */
    onLeave(callback: () => void): () => void {
      // A page in the back-forward cache may come back as it was: it keeps its invitation.
      const leave = (event: PageTransitionEvent) => event.persisted || callback()
      window.addEventListener('pagehide', leave)
      return () => window.removeEventListener('pagehide', leave)
    },
    /** Reports what a listener threw. */
    report: reportError,
  }
}

/**
 * Milliseconds since it was first asked, counted with the larger of monotonic and wall time: the monotonic clock stops
 * in sleep on some systems, and the wall clock can be set back. It never runs backwards, and reads no time before it is
 * asked: a page that is rendered ahead of its visit has none.
 *
 * @param wall milliseconds, may jump
 * @param monotonic milliseconds, may stand still in sleep
 */
export function createElapsedClock(
  wall: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): () => number {
  let elapsed = 0
  let last: { wall: number; monotonic: number } | undefined
  return () => {
    const next = { wall: wall(), monotonic: monotonic() }
    last ??= next
    elapsed += Math.max(0, next.wall - last.wall, next.monotonic - last.monotonic)
    last = next
    return elapsed
  }
}

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

/** A random UUID (version 4), also on pages that are not secure, which have no `crypto.randomUUID`. */
function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const marked = bytes.map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40
    return index === 8 ? (byte & 0x3f) | 0x80 : byte
  })
  return toHex(marked).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** As if nobody had caught it: in the console, and for the page's error monitoring. Stops nothing. */
function reportError(error: unknown): void {
  // Not there in older versions of jsdom.
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error)
  else console.error(error)
}
