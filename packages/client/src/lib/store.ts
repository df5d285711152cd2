/** A value that can be read and watched, as `useSyncExternalStore` needs it. */
export interface ReadableStore<T> {
  get(): T
  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void
}

export interface Store<T> extends ReadableStore<T> {
  set(value: T): void
}

export function createStore<T>(initial: T): Store<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(current, value)) return
      current = value
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
