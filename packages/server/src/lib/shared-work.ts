const CAPACITY = 1_000

/** Keeps values for a short time; concurrent readers of one key share one load. Failures are not kept. */
export function createSingleFlightCache<T>(keepMs: number, now: () => number) {
  interface Entry {
    value: Promise<T>
    loadedAt: number | null
  }
  const entries = new Map<string, Entry>()

  function isFresh({ loadedAt }: Entry) {
    if (loadedAt === null) return true
    const age = now() - loadedAt
    // A negative age: the host's clock was set back.
    return age >= 0 && age < keepMs
  }

  return {
    get(key: string, load: () => Promise<T>): Promise<T> {
      const known = entries.get(key)
      if (known && isFresh(known)) return known.value
      const entry: Entry = { value: load(), loadedAt: null }
      entries.delete(key)
      entries.set(key, entry)
      trimOldest(entries, CAPACITY)
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
    const result = (tails.get(key) ?? Promise.resolve()).then(work)
    const tail = result.catch(() => {})
    tails.set(key, tail)
    tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    return result
  }
}

/** Lets the oldest of a set or map go, where there are more than `capacity`. */
export function trimOldest(kept: Set<string> | Map<string, unknown>, capacity: number): void {
  const [oldest] = kept.keys()
  if (kept.size > capacity && oldest !== undefined) kept.delete(oldest)
}

export type EventOf<T> = ReturnType<typeof createEvent<T>>

/** Something that happens, for whoever subscribed to it. It lives as long as its subscribers: nobody unsubscribes. */
export function createEvent<T>() {
  const listeners: ((value: T) => void)[] = []
  return {
    /** Calls every subscriber at once, in the order in which they came. */
    emit(value: T): void {
      for (const listener of listeners) listener(value)
    },
    subscribe(listener: (value: T) => void): void {
      listeners.push(listener)
    },
  }
}
