import { copyText } from './copy-text.ts'
import { createId } from './create-id.ts'
import { digestText } from './digest-text.ts'
import { createElapsedClock } from './elapsed-clock.ts'
import { onReturn } from './on-return.ts'
import { reportError } from './report-error.ts'
import { openScopeChannel, type ScopeChannel } from './scope-channel.ts'
import { takeSeat } from './take-seat.ts'

/** Everything that this package needs of a browser. Tests hand in one that they move by hand. */
export interface Platform {
  /** Milliseconds since it was first asked, sleep of the device included. Never runs backwards. */
  now(): number
  /** Wall time, for what is shown and stored. */
  today(): Date
  /** From 0 to 1. */
  random(): number
  createId(): string
  /** Returns what cancels it. */
  setTimer(callback: () => void, ms: number): () => void
  /** This tab's storage. Throws where it is switched off. */
  storage(): Storage
  /** Names this load of the page; it stays the same through the back-forward cache. */
  loadedAt(): number
  /** Whether this page took the place of an earlier load of itself. */
  isReload(): boolean
  origin(): string
  isVisible(): boolean
  /** Calls back whenever what is on screen may be old: see `onReturn`. */
  onReturn(callback: () => void): () => void
  /** Calls back as `onReturn` does, and when the page is hidden. */
  onWake(callback: () => void): () => void
  /** Calls back when the page is left for good, as far as a browser tells. */
  onLeave(callback: () => void): () => void
  /** SHA-256 in hexadecimal; null where nothing can be digested. */
  digest(text: string): Promise<string | null>
  /** Resolves once the clipboard has it. To be called in an event of the customer's. */
  copyText(text: Promise<string>): Promise<void>
  /** A place among the few streams that all tabs of this site may have open; see `takeSeat`. */
  takeSeat(): Promise<(() => void) | null>
  /** The other tabs of this site. */
  openScopeChannel(basePath: string, onScope: (scope: string) => void): ScopeChannel
  /** Takes what a listener threw: everything else goes on. */
  report(error: unknown): void
}

/** Browsers fire a timer at once when its delay does not fit into 31 bits (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The browser that this code runs in. Nothing is read of it before it is asked: a page may be rendered ahead. */
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
      // Gone back to, and loaded all the same: the back-forward cache had not kept it.
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
      // A page that goes to the back-forward cache may come back as it was: it keeps its invitation.
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
