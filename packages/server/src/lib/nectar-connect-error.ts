import { ERRORS, type ErrorCode } from '@nectar-connect/contract/wire'

const MARKER = Symbol.for('@nectar-connect/server/NectarConnectError')

/** One thing that is wrong with a request: where, and what was expected. */
export interface Issue {
  path: string
  message: string
}

/** What a `NectarConnectError` is made of, next to its code. */
export interface NectarConnectErrorOptions {
  /** What happened, why, and what to do: for logs and developers. Browsers get the code's own message. */
  message?: string
  cause?: unknown
  retryAfterMs?: number
  issues?: Issue[]
  administratorNames?: string[]
  setupProblems?: readonly string[]
}

/**
 * The one error of this package.
 *
 * @example
 * try {
 *   await nectar.ping()
 * } catch (error) {
 *   if (NectarConnectError.isInstance(error) && error.code === 'nectar_rejected_key') {
 *     console.error('Nectar does not accept the API key.')
 *   }
 * }
 */
export class NectarConnectError extends Error {
  readonly code: ErrorCode
  /** Whether the same call may succeed later. */
  readonly isRetryable: boolean
  /** How long to wait before the next try, in milliseconds. */
  readonly retryAfterMs?: number
  /** With `invalid_request`: what is wrong, and where. Never carries the values. */
  readonly issues?: readonly Issue[]
  /** With `not_allowed`: who may. */
  readonly administratorNames?: readonly string[]
  /** With `not_configured`: what is missing or wrong, each with its fix. */
  readonly setupProblems?: readonly string[]
  readonly [MARKER] = true

  constructor(code: ErrorCode, options: NectarConnectErrorOptions = {}) {
    super(
      options.message ?? ERRORS[code].message,
      options.cause === undefined ? {} : { cause: options.cause },
    )
    this.name = 'NectarConnectError'
    this.code = code
    this.isRetryable = ERRORS[code].retryable
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs
    if (options.issues) this.issues = options.issues
    if (options.administratorNames) this.administratorNames = options.administratorNames
    if (options.setupProblems) this.setupProblems = options.setupProblems
  }

  /** Like `instanceof`, and also true for an error of another copy of this package. */
  static isInstance(error: unknown): error is NectarConnectError {
    return typeof error === 'object' && error !== null && MARKER in error && error[MARKER] === true
  }
}

/** Something that the host configured threw or returned the wrong thing. The message says how to mend it. */
export function hostHookError(message: string, cause?: unknown): NectarConnectError {
  return new NectarConnectError('host_error', cause === undefined ? { message } : { message, cause })
}
