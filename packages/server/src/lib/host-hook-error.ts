import { NectarConnectError } from './nectar-connect-error.ts'

/** Something that the host configured threw or returned the wrong thing. The message says how to mend it. */
export function hostHookError(message: string, cause?: unknown): NectarConnectError {
  return new NectarConnectError('host_error', cause === undefined ? { message } : { message, cause })
}
