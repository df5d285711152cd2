/**
 * What can go wrong when the sandbox is set up or steered.
 *
 * - `invalid`: an option or an argument has a wrong value
 * - `not_found`: no object with that id
 * - `port_in_use`: another program listens on the port
 * - `listen_failed`: the address cannot be listened on
 * - `unreachable`: no sandbox answers at the origin that a client was given
 * - `real_key`: a page was given an API key that may be a real one
 */
export type SandboxErrorCode =
  | 'invalid'
  | 'not_found'
  | 'port_in_use'
  | 'listen_failed'
  | 'unreachable'
  | 'real_key'

/** The one error class of this package. The message says what happened and what to do. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'
  readonly code: SandboxErrorCode
  readonly isRetryable = false

  constructor(code: SandboxErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
