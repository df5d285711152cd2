import { NectarConnectError } from './nectar-connect-error.ts'
import type { Timers } from './with-deadline.ts'
import { isDoneInTime } from './with-deadline.ts'

/** How long a page is asked to wait while another server takes over, in milliseconds. */
const COME_BACK_MS = 1_000

/** What is under way in this process, so that it can end without breaking anything off. */
export interface Closing {
  hasBegun(): boolean
  /** Takes no new work from now on. */
  begin(): void
  /** @throws NectarConnectError `busy` once it has begun. */
  requireOpen(): void
  /** Counts work until it has settled. @returns the same promise */
  track<T>(work: Promise<T>): Promise<T>
  /** Resolves once nothing is under way, or after `limitMs` milliseconds. @returns whether all of it settled */
  settled(limitMs: number): Promise<boolean>
}

export function createClosing(timers: Pick<Timers, 'deadline'>): Closing {
  const underWay = new Set<Promise<unknown>>()
  let hasBegun = false
  return {
    hasBegun: () => hasBegun,
    begin() {
      hasBegun = true
    },
    requireOpen() {
      if (!hasBegun) return
      throw new NectarConnectError('busy', {
        message: 'This server is shutting down.',
        retryAfterMs: COME_BACK_MS,
      })
    },
    track(work) {
      underWay.add(work)
      const forget = () => underWay.delete(work)
      work.then(forget, forget)
      return work
    },
    settled: (limitMs) => isDoneInTime(allSettled(), (onReached) => timers.deadline(limitMs, onReached)),
  }

  async function allSettled() {
    // What settles may have begun something else.
    while (underWay.size > 0) await Promise.allSettled(underWay)
  }
}
