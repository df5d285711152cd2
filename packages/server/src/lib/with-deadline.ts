import { NectarConnectError } from './nectar-connect-error.ts'

/** Calls back after `ms` milliseconds unless it is canceled. @returns the cancellation. */
type StartTimer = (ms: number, onReached: () => void) => () => void

/** Everything here that takes time or chance; tests bring their own. */
export interface Timers {
  /** Resolves after `ms` milliseconds, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  deadline: StartTimer
  /** Like `deadline`, for what must not keep a process from ending. */
  background: StartTimer
  /** From 0 to 1. */
  random(): number
}

export const systemTimers: Timers = {
  async sleep(ms, signal) {
    if (signal.aborted) return
    await new Promise<void>((resolve) => {
      const cancel = systemTimers.deadline(ms, finish)
      function finish() {
        cancel()
        signal.removeEventListener('abort', finish)
        resolve()
      }
      signal.addEventListener('abort', finish)
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

/** How long work is waited for: `ms` milliseconds, until the signal aborts, or both. */
export type Deadline =
  | {
      startTimer: StartTimer
      ms: number
      /** What the waiting rejects with at the deadline. */
      createError: () => Error
      signal?: AbortSignal
    }
  | { startTimer?: undefined; signal: AbortSignal }

/**
 * Waits for work until the deadline or the signal, whichever comes first. The work itself goes on.
 *
 * @throws whatever the work throws; the error of the deadline; the reason of the signal.
 */
export function withDeadline<T>(work: Promise<T>, deadline: Deadline): Promise<T> {
  return new Promise((resolve, reject) => {
    const { signal } = deadline
    let cancelTimer = () => {}
    const settle = (how: () => void) => {
      cancelTimer()
      signal?.removeEventListener('abort', onAbort)
      how()
    }
    const onAbort = () => settle(() => reject(signal?.reason))
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    )
    if (signal?.aborted) return onAbort()
    signal?.addEventListener('abort', onAbort)
    if (deadline.startTimer === undefined) return
    const { startTimer, ms, createError } = deadline
    cancelTimer = startTimer(ms, () => settle(() => reject(createError())))
  })
}

/** Waits for work for at most `ms` milliseconds; the work goes on. @returns whether it was done by then. */
export async function isDoneInTime(
  work: Promise<unknown>,
  startTimer: StartTimer,
  ms: number,
): Promise<boolean> {
  const late = new Error('The deadline was reached.')
  try {
    await withDeadline(work, { startTimer, ms, createError: () => late })
    return true
  } catch (error) {
    if (error === late) return false
    throw error
  }
}

/** How long a browser waits for what Nectar is asked to do, in milliseconds; then `nectar_timeout`. The request goes on. */
export function nectarDeadline(timers: Pick<Timers, 'deadline'>, ms: number): Deadline {
  return { startTimer: timers.deadline, ms, createError: () => new NectarConnectError('nectar_timeout') }
}

/** Runs a function of the host. @throws whatever it throws; NectarConnectError `busy` after `ms` milliseconds. */
export function callHostHook(
  timers: Pick<Timers, 'background'>,
  name: string,
  ms: number,
  call: () => void | Promise<void>,
): Promise<void> {
  return withDeadline(Promise.resolve().then(call), {
    startTimer: timers.background,
    ms,
    createError: () => new NectarConnectError('busy', { message: `"${name}" took more than ${ms} ms.` }),
  })
}
