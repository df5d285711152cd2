/** Keeps the newest of many without making, or sorting, the rest. */
export interface Newest<T> {
  offer(at: number, make: () => T): void
  /** Newest first. `make` is called here, only for what is left. */
  list(): T[]
}

export function createNewest<T>(most: number): Newest<T> {
  /** Oldest first. */
  const kept: { at: number; make: () => T }[] = []
  return {
    offer(at, make) {
      const oldest = kept[0]
      if (kept.length === most && oldest !== undefined && at < oldest.at) return
      let place = kept.length
      while (place > 0 && (kept[place - 1]?.at ?? 0) > at) place -= 1
      kept.splice(place, 0, { at, make })
      if (kept.length > most) kept.shift()
    },
    list: () => kept.map(({ make }) => make()).reverse(),
  }
}
