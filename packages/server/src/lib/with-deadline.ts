import { NectarConnectError } from './nectar-connect-error.ts'

/** How long work is waited for. */
export type Deadline =
  | {
      /** Calls back at the deadline, as `timers.deadline` and `timers.background` do. @returns the cancellation. */
      startTimer: (onReached: () => void) => () => void
      /** What the waiting rejects with at the deadline. */
      createError: () => Error
      signal?: AbortSignal
    }
  | { startTimer?: undefined; signal: AbortSignal }

/**
 * Waits for work until the deadline or the signal, whichever comes first. The work itself goes on. A signal that is
 * aborted already counts at once.
 *
 * @throws whatever the work throws; the error of the deadline; the reason of the signal.
 */
export async function withDeadline<T>(work: Promise<T>, deadline: Deadline): Promise<T> {
  const { signal } = deadline
  const settled = new AbortController()
  const interrupted = new Promise<never>((_, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal })
    if (deadline.startTimer === undefined) return
    const { startTimer, createError } = deadline
    settled.signal.addEventListener(
      'abort',
      startTimer(() => reject(createError())),
    )
  })
  try {
    return await Promise.race([interrupted, work])
  } finally {
    settled.abort()
  }
}

/**
 * Waits for work until the deadline. The work itself goes on.
 *
 * @returns whether it was done by then.
 * @throws whatever the work throws until then.
 */
export async function isDoneInTime(
  work: Promise<unknown>,
  startTimer: (onReached: () => void) => () => void,
): Promise<boolean> {
  const late = new Error('The deadline was reached.')
  try {
    await withDeadline(work, { startTimer, createError: () => late })
    return true
  } catch (error) {
    if (error === late) return false
    throw error
  }
}

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

/**
 * How long a browser waits for what Nectar is asked to do. The request goes on.
 *
 * @param timeoutMs Milliseconds. After them the waiting rejects with a `NectarConnectError` `nectar_timeout`.
 */
export function nectarDeadline(timers: Timers, timeoutMs: number): Deadline {
  return {
    startTimer: (onReached) => timers.deadline(timeoutMs, onReached),
    createError: () => new NectarConnectError('nectar_timeout'),
  }
}

/**
 * Runs a function of the host, which is not waited for longer than `limitMs` milliseconds.
 *
 * @throws whatever it throws; NectarConnectError `busy` when it takes too long.
 */
export function callHostHook(
  timers: Timers,
  name: string,
  limitMs: number,
  call: () => void | Promise<void>,
): Promise<void> {
  return withDeadline(Promise.resolve().then(call), {
    startTimer: (onReached) => timers.background(limitMs, onReached),
    createError: () => new NectarConnectError('busy', { message: `"${name}" took more than ${limitMs} ms.` }),
  })
}
