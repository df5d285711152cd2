/**
 * Runs something later; what it returns calls it off.
 *
 * @example
 * const schedule: Scheduler = (run, delayMs) => {
 *   const timer = setTimeout(run, delayMs)
 *   return () => clearTimeout(timer)
 * }
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
