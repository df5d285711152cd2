import { NectarConnectError } from './nectar-connect-error.ts'
import { isDoneInTime, type Timers } from './with-deadline.ts'

/** How long a page is asked to wait while another server takes over, in milliseconds. */
const COME_BACK_MS = 1_000

export type Closing = ReturnType<typeof createClosing>

/** What is under way in this process, so that it can end without breaking anything off. */
export function createClosing(timers: Pick<Timers, 'deadline'>) {
  const underWay = new Set<Promise<unknown>>()
  let hasBegun = false

  async function allSettled() {
    // What settles may have begun something else.
    while (underWay.size > 0) await Promise.allSettled(underWay)
  }

  return {
    hasBegun: () => hasBegun,
    /** Takes no new work from now on. */
    begin() {
      hasBegun = true
    },
    /** @throws NectarConnectError `busy` once it has begun. */
    requireOpen() {
      if (!hasBegun) return
      throw new NectarConnectError('busy', {
        message: 'This server is shutting down.',
        retryAfterMs: COME_BACK_MS,
      })
    },
    /** Counts work until it has settled. @returns the same promise */
    track<T>(work: Promise<T>): Promise<T> {
      underWay.add(work)
      const forget = () => underWay.delete(work)
      work.then(forget, forget)
      return work
    },
    /** Resolves once nothing is under way, or after `limitMs` milliseconds. @returns whether all of it settled */
    settled: (limitMs: number) => isDoneInTime(allSettled(), timers.deadline, limitMs),
  }
}
