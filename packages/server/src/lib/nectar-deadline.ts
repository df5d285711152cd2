import { NectarConnectError } from './nectar-connect-error.ts'
import type { Timers } from './timers.ts'
import type { Deadline } from './with-deadline.ts'

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
