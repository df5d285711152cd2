import type { ConnectClient } from '../connect-client.ts'
import { createId } from '../lib/create-id.ts'
import { createElapsedClock, type ElapsedClock } from '../lib/elapsed-clock.ts'
import { onReturn } from '../lib/on-return.ts'
import { createSessionStorage, type SessionStorage } from './session-storage.ts'

/** What a session needs of the world. Tests replace it. */
export interface SessionEnvironment {
  client: ConnectClient
  clock: ElapsedClock
  /** Wall time, for what is shown. */
  today: () => Date
  createId: () => string
  ownOrigin: () => string
  isVisible: () => boolean
  /** Calls back whenever what is on screen may be old: see `onReturn`. */
  onReturn: (callback: () => void) => () => void
  /** Calls back when the page is left for good, as far as a browser tells. */
  onLeave: (callback: () => void) => () => void
  /** Whether this page took the place of an earlier load of itself. */
  isReload: () => boolean
  /** What outlives a reload. */
  stored: SessionStorage
  setTimer: (callback: () => void, ms: number) => () => void
}

/** Browsers fire a timer at once when its delay does not fit into 31 bits (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export function browserEnvironment(client: ConnectClient): SessionEnvironment {
  return {
    client,
    clock: createElapsedClock(),
    today: () => new Date(),
    createId,
    ownOrigin: () => location.origin,
    isVisible: () => document.visibilityState === 'visible',
    onReturn,
    onLeave(callback) {
      // A page that goes to the back-forward cache may come back as it was: it keeps its invitation.
      const leave = (event: PageTransitionEvent) => event.persisted || callback()
      window.addEventListener('pagehide', leave)
      return () => window.removeEventListener('pagehide', leave)
    },
    isReload() {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const wasDiscarded = 'wasDiscarded' in document && document.wasDiscarded === true
      // Gone back to, and loaded all the same: the back-forward cache had not kept it.
      return wasDiscarded || navigation?.type === 'reload' || navigation?.type === 'back_forward'
    },
    stored: createSessionStorage(() => sessionStorage, client),
    setTimer(callback, ms) {
      const id = setTimeout(callback, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS))
      return () => clearTimeout(id)
    },
  }
}
