import { NectarConnectError } from './nectar-connect-error.ts'
import type { Timers } from './timers.ts'

/**
 * Runs a function of the host, which is not waited for longer than `limitMs` milliseconds.
 *
 * @throws whatever it throws; NectarConnectError `busy` when it takes too long.
 */
export async function callHostHook(
  timers: Timers,
  name: string,
  limitMs: number,
  call: () => void | Promise<void>,
): Promise<void> {
  let cancel = () => {}
  const tooLong = new Promise<never>((_, reject) => {
    cancel = timers.background(limitMs, () =>
      reject(new NectarConnectError('busy', { message: `"${name}" took more than ${limitMs} ms.` })),
    )
  })
  try {
    await Promise.race([Promise.resolve().then(call), tooLong])
  } finally {
    cancel()
  }
}
