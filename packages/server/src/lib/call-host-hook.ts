import { NectarConnectError } from './nectar-connect-error.ts'
import type { Timers } from './timers.ts'
import { withDeadline } from './with-deadline.ts'

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
