/** Everything here that takes time or chance; tests bring their own. */
export interface Timers {
  /** Resolves after `ms` milliseconds, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** Calls back after `ms` milliseconds unless it is canceled. @returns the cancellation. */
  deadline(ms: number, onReached: () => void): () => void
  /** Like `deadline`, for what must not keep a process from ending. */
  background(ms: number, onReached: () => void): () => void
  /** From 0 to 1. */
  random(): number
}

export const systemTimers: Timers = {
  sleep(ms, signal) {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', finish)
        resolve()
      }
      const timer = setTimeout(finish, ms)
      if (signal.aborted) finish()
      else signal.addEventListener('abort', finish)
    })
  },
  deadline(ms, onReached) {
    const timer = setTimeout(onReached, ms)
    return () => clearTimeout(timer)
  },
  background(ms, onReached) {
    const timer: unknown = setTimeout(onReached, ms)
    // Only Node's timers keep a process alive, and only they can be told not to.
    if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as { unref(): void }).unref()
    return () => clearTimeout(timer as number)
  },
  random: Math.random,
}
