import { type ErrorCode, IS_RETRYABLE, type WireErrorCode } from '@nectar-connect/contract/wire'

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
    super(options.message ?? describeError(code), options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'NectarConnectError'
    this.code = code
    this.isRetryable = IS_RETRYABLE[code]
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

/** What came does not fit: where, and what was expected. */
export function invalidRequest(path: string, expected: string, message?: string): NectarConnectError {
  const issues = [{ path, message: expected }]
  return new NectarConnectError('invalid_request', message === undefined ? { issues } : { message, issues })
}

/** Something that the host configured threw or returned the wrong thing. The message says how to mend it. */
export function hostHookError(message: string, cause?: unknown): NectarConnectError {
  return new NectarConnectError('host_error', cause === undefined ? { message } : { message, cause })
}

/** What a function of the host answers. @throws NectarConnectError `host_error` with this message when it throws */
export async function askHost<T>(call: () => T | Promise<T>, message: string): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    throw hostHookError(message, cause)
  }
}

/** What each error means, for developers: the title of its problem, and the message where there is no better one. */
const MESSAGES: Readonly<Record<WireErrorCode, string>> = {
  invalid_request: 'The request is not what this route expects. See "issues".',
  unauthenticated: 'Nobody is signed in.',
  signature_invalid:
    'The delivery is not signed with a configured webhook secret, or its time is more than 5 minutes off.',
  not_allowed: 'The signed-in user may not do this.',
  address_not_allowed:
    'Mails may not go to this address. It is one plain address, at one of "allowedDomains" where there are any.',
  origin_not_allowed:
    'The request did not come from an allowed origin. Set "publicOrigin" to the origin that browsers see, or add this one to "allowedOrigins".',
  not_found: 'There is no such thing here.',
  method_not_allowed: 'This route does not take that method.',
  company_missing: 'This organization has no company at Nectar yet. Call ensureCompany() and keep its id.',
  idempotency_conflict: 'This idempotencyKey was already used for a different request.',
  invitation_closed: 'This invitation was used or revoked, so that nobody can be reminded of it.',
  client_outdated: 'This page speaks a version of the protocol that the server no longer does. Reload it.',
  payload_too_large: 'The body is too large.',
  unsupported_media_type: 'Send the body as application/json.',
  rate_limited: 'Too many requests. Wait, then try again.',
  too_many_streams: 'This user has too many streams of changes open. Close one, or read again later.',
  internal_error: 'Something went wrong on this server.',
  host_error: 'A function that the host configured threw. The log has the details.',
  mail_not_sent: 'The mail could not be handed over for sending. Nothing was sent.',
  not_implemented: 'This server does not offer this route yet.',
  nectar_rejected_key: 'Nectar did not accept the API key.',
  nectar_rejected:
    'Nectar refused the request: the company is not visible to this API key, or a value is wrong.',
  nectar_invalid_response: 'Nectar answered with something that could not be read.',
  invitation_url_untrusted:
    'The invitation does not live on the expected https origin and path, so it is not shown.',
  outcome_unknown: 'The connection to Nectar broke after the request was sent; it was not repeated.',
  nectar_unavailable: 'Nectar is not available right now.',
  busy: 'This is being worked on already, or takes longer than an answer may. Send it again later.',
  not_configured: 'The server is not fully configured. The log says what is missing and how to set it.',
  nectar_timeout: 'Nectar did not answer in time.',
}

/** What an error means, for developers. Those of a page never happen here. */
export function describeError(code: ErrorCode): string {
  return Object.hasOwn(MESSAGES, code) ? MESSAGES[code as WireErrorCode] : code
}
