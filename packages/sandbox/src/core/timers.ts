/**
 * Runs something later; what it returns calls it off.
 *
 * @example
 * ```ts
 * const cancel = schedule(() => console.log('checked'), 4000)
 * cancel()
 * ```
 */
export type Scheduler = (run: () => void, delayMs: number) => () => void

/** The platform's timers. Under Node they do not keep the process alive. */
export const platformScheduler: Scheduler = (run, delayMs) => {
  const timer: unknown = setTimeout(run, delayMs)
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function') {
    timer.unref()
  }
  return () => clearTimeout(timer as number)
}

export interface Timers {
  schedule: Scheduler
  /** Calls off everything that is still to run. */
  cancelAll(): void
}

/** Keeps count of what is scheduled, so that closing or resetting the sandbox leaves nothing behind. */
export function createTimers(scheduler: Scheduler): Timers {
  const pending = new Set<() => void>()
  return {
    schedule(run, delayMs) {
      const cancel = scheduler(() => {
        pending.delete(stop)
        run()
      }, delayMs)
      const stop = () => {
        pending.delete(stop)
        cancel()
      }
      pending.add(stop)
      return stop
    },
    cancelAll() {
      for (const stop of [...pending]) stop()
    },
  }
}
