import type { ConnectClient } from '../connect-client.ts'
import { createElapsedClock, type ElapsedClock } from './elapsed-clock.ts'

/** What a session needs of the world. Tests replace it. */
export interface SessionEnvironment {
  client: ConnectClient
  clock: ElapsedClock
  /** Wall time, for what is shown. */
  today: () => Date
  createId: () => string
  ownOrigin: () => string
  isVisible: () => boolean
  /** Calls back when the page is shown again, comes back online or gets the focus. */
  onReturn: (callback: () => void) => () => void
  setTimer: (callback: () => void, ms: number) => () => void
}

/** Browsers fire a timer at once when its delay does not fit into 31 bits (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export function browserEnvironment(client: ConnectClient): SessionEnvironment {
  return {
    client,
    clock: createElapsedClock(),
    today: () => new Date(),
    createId: () => crypto.randomUUID(),
    ownOrigin: () => location.origin,
    isVisible: () => document.visibilityState === 'visible',
    onReturn(callback) {
      const end = new AbortController()
      const { signal } = end
      document.addEventListener(
        'visibilitychange',
        () => document.visibilityState === 'visible' && callback(),
        {
          signal,
        },
      )
      for (const event of ['focus', 'online', 'pageshow'])
        window.addEventListener(event, callback, { signal })
      return () => end.abort()
    },
    setTimer(callback, ms) {
      const id = setTimeout(callback, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS))
      return () => clearTimeout(id)
    },
  }
}
