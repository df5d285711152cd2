/** Keeps values for a short time; concurrent readers of one key share one load. Failures are not kept. */
export interface SingleFlightCache<T> {
  get(key: string, load: () => Promise<T>): Promise<T>
  drop(key: string): void
}

const CAPACITY = 1_000

export function createSingleFlightCache<T>(keepMs: number, now: () => number): SingleFlightCache<T> {
  const entries = new Map<string, { value: Promise<T>; loadedAt: number | null }>()

  const isFresh = (loadedAt: number | null) => {
    if (loadedAt === null) return true
    const age = now() - loadedAt
    // A negative age: the host's clock was set back.
    return age >= 0 && age < keepMs
  }
  return {
    get(key, load) {
      const known = entries.get(key)
      if (known && isFresh(known.loadedAt)) return known.value
      const entry: { value: Promise<T>; loadedAt: number | null } = { value: load(), loadedAt: null }
      entries.delete(key)
      entries.set(key, entry)
      const [oldest] = entries.keys()
      if (entries.size > CAPACITY && oldest !== undefined) entries.delete(oldest)
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
    drop(key) {
      entries.delete(key)
    },
  }
}

/** Runs work of one key one after the other. */
export function createSerialQueue() {
  const tails = new Map<string, Promise<unknown>>()
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const result = (tails.get(key) ?? Promise.resolve()).then(work)
    const tail = result.catch(() => {})
    tails.set(key, tail)
    tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    return result
  }
}
