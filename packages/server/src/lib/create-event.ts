/** Something that happens, for whoever subscribed to it. */
export interface EventOf<T> {
  /** Calls every subscriber at once, in the order in which they came. */
  emit(value: T): void
  subscribe(listener: (value: T) => void): void
}

/** An event lives as long as its subscribers, so that nobody unsubscribes. */
export function createEvent<T>(): EventOf<T> {
  const listeners: ((value: T) => void)[] = []
  return {
    emit(value) {
      for (const listener of listeners) listener(value)
    },
    subscribe(listener) {
      listeners.push(listener)
    },
  }
}
