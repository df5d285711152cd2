export interface Semaphore {
  /**
   * Runs the work once a place is free.
   *
   * @returns `refused` when the signal aborted before that; the work has not begun then.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | 'refused'>
}

/** Lets at most `places` pieces of work run at once, first come, first served. */
export function createSemaphore(places: number): Semaphore {
  let free = places
  const waiting: (() => void)[] = []

  const acquire = (signal: AbortSignal): Promise<boolean> => {
    if (signal.aborted) return Promise.resolve(false)
    if (free > 0) {
      free -= 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const admit = () => {
        signal.removeEventListener('abort', leave)
        resolve(true)
      }
      const leave = () => {
        waiting.splice(waiting.indexOf(admit), 1)
        resolve(false)
      }
      waiting.push(admit)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
  const release = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return {
    async run(work, signal) {
      if (!(await acquire(signal))) return 'refused'
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}
