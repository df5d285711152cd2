import { copyText } from './copy-text.ts'
import { createId } from './create-id.ts'
import { digestText } from './digest-text.ts'
import { createElapsedClock } from './elapsed-clock.ts'
import { onReturn } from './on-return.ts'
import { reportError } from './report-error.ts'
import { openScopeChannel, type ScopeChannel } from './scope-channel.ts'
import { takeSeat } from './take-seat.ts'

/** Everything that this package needs of a browser. Tests pass a fake one. */
export interface Platform {
  /** Milliseconds since it was first asked, sleep of the device included. Never runs backwards. */
  now(): number
  /** Wall time, for what is shown and stored. */
  today(): Date
  /** From 0 to 1. */
  random(): number
  createId(): string
  /** Returns a function that cancels it. */
  setTimer(callback: () => void, ms: number): () => void
  /** This tab's storage. Throws if it is switched off. */
  storage(): Storage
  /** Names this load of the page; it stays the same through the back-forward cache. */
  loadedAt(): number
  /** Whether this page took the place of an earlier load of itself. */
  isReload(): boolean
  origin(): string
  isVisible(): boolean
  /** Calls back whenever the screen may be out of date: see `onReturn`. */
  onReturn(callback: () => void): () => void
  /** Calls back as `onReturn` does, and when the page is hidden. */
  onWake(callback: () => void): () => void
  /** Calls back when the page is left for good, as far as the browser reports it. */
  onLeave(callback: () => void): () => void
  /** SHA-256 in hexadecimal; null if the browser does not offer it. */
  digest(text: string): Promise<string | null>
  /** Resolves once the clipboard has it. To be called in an event of the customer's. */
  copyText(text: Promise<string>): Promise<void>
  /** A place among the few streams that all tabs of this site may have open; see `takeSeat`. */
  takeSeat(): Promise<(() => void) | null>
  /** The other tabs of this site. */
  openScopeChannel(basePath: string, onScope: (scope: string) => void): ScopeChannel
  /** Reports what a listener threw. */
  report(error: unknown): void
}

/** Browsers fire a timer at once when its delay does not fit into 31 bits (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The browser that this code runs in. Nothing is read from it until it is needed: a page may be prerendered. */
export function browserPlatform(): Platform {
  return {
    now: createElapsedClock().now,
    today: () => new Date(),
    random: Math.random,
    createId,
    setTimer(callback, ms) {
      const id = setTimeout(callback, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS))
      return () => clearTimeout(id)
    },
    storage: () => sessionStorage,
    loadedAt: () => performance.timeOrigin,
    isReload() {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const wasDiscarded = 'wasDiscarded' in document && document.wasDiscarded === true
      // Reached by Back, but loaded again: it was not in the back-forward cache.
      return wasDiscarded || navigation?.type === 'reload' || navigation?.type === 'back_forward'
    },
    origin: () => location.origin,
    isVisible: () => document.visibilityState === 'visible',
    onReturn,
    onWake(callback) {
      const endReturn = onReturn(callback)
      document.addEventListener('visibilitychange', callback)
      return () => {
        endReturn()
        document.removeEventListener('visibilitychange', callback)
      }
    },
    onLeave(callback) {
      // A page in the back-forward cache may come back as it was: it keeps its invitation.
      const leave = (event: PageTransitionEvent) => event.persisted || callback()
      window.addEventListener('pagehide', leave)
      return () => window.removeEventListener('pagehide', leave)
    },
    digest: digestText,
    copyText,
    takeSeat,
    openScopeChannel,
    report: reportError,
  }
}
