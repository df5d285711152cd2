import { NectarConnectError } from './nectar-connect-error.ts'
import { isDoneInTime, type Timers } from './with-deadline.ts'

const CAPACITY = 1_000

/** Whether a value is handed out once more; asked at each read. */
type IsKept = (key: string, ageMs: number) => boolean

/**
 * Keeps values for a short time; concurrent readers of one key share one load. Failures are not kept.
 *
 * @param keep For so many milliseconds, or as long as a function says.
 * @param capacity How many are kept; those that were loaded first go first.
 */
export function createSingleFlightCache<T>(keep: number | IsKept, now: () => number, capacity = CAPACITY) {
  interface Entry {
    value: Promise<T>
    loadedAt: number | null
  }
  const entries = new Map<string, Entry>()

  function isFresh(key: string, { loadedAt }: Entry) {
    if (loadedAt === null) return true
    const age = now() - loadedAt
    // A negative age: the host's clock was set back.
    return age >= 0 && (typeof keep === 'number' ? age < keep : keep(key, age))
  }

  return {
    get(key: string, load: () => Promise<T>): Promise<T> {
      const known = entries.get(key)
      if (known && isFresh(key, known)) return known.value
      const entry: Entry = { value: load(), loadedAt: null }
      entries.delete(key)
      entries.set(key, entry)
      trimOldest(entries, capacity)
      entry.value.then(
        () => {
          entry.loadedAt = now()
        },
        () => {
          if (entries.get(key) === entry) entries.delete(key)
        },
      )
      return entry.value
    },
    drop(key: string): void {
      entries.delete(key)
    },
  }
}

/** Runs work of one key one after the other. */
export function createSerialQueue() {
  const tails = new Map<string, Promise<unknown>>()
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const result = tails.get(key)?.then(work) ?? work()
    const leave = () => {
      if (tails.get(key) === tail) tails.delete(key)
    }
    const tail = result.then(leave, leave)
    tails.set(key, tail)
    return result
  }
}

/** Lets the oldest of a set or map go, where there are more than `capacity`. */
export function trimOldest(kept: Set<string> | Map<string, unknown>, capacity: number): void {
  if (kept.size <= capacity) return
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}

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
