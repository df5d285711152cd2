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
