import {
  check,
  type ErrorCode,
  IS_RETRYABLE,
  isErrorCode,
  PROBLEM_MEDIA_TYPE,
  problem,
} from '@nectar-connect/contract/wire'
import { describeError } from './describe-error.ts'

const MARKER = Symbol.for('nectar-connect.error')

interface ConnectErrorDetails {
  /** What the server says of it, for developers. */
  message?: string

  /** The reference to quote to support, `NC-7F3K-92QD`. */
  requestId?: string | null
  isRetryable?: boolean
  /** How long to wait before the next try, in milliseconds. */
  retryAfterMs?: number | null
  /** With `not_allowed`: names of people who may. */
  administratorNames?: readonly string[]
  /** What is wrong with the host's set-up. */
  setupProblems?: readonly string[]
  cause?: unknown
}

/**
 * The one error of the browser side. `code` stands in the contract's table; `message` is for developers, what
 * customers read comes from the message catalog. In a production build it is what the server said, else the code.
 *
 * @example
 * const isSignedOut = (error: unknown) => ConnectError.isInstance(error) && error.code === 'unauthenticated'
 */
export class ConnectError extends Error {
  override readonly name = 'ConnectError'
  readonly code: ErrorCode
  readonly isRetryable: boolean
  readonly requestId: string | null
  readonly retryAfterMs: number | null
  readonly administratorNames: readonly string[]
  /** For developers: what is wrong with the host's set-up, each with its fix. From development servers only. */
  readonly setupProblems: readonly string[]

  constructor(code: ErrorCode, details: ConnectErrorDetails = {}) {
    super(
      details.message ?? describeError(code),
      details.cause === undefined ? undefined : { cause: details.cause },
    )
    this.code = code
    this.isRetryable = details.isRetryable ?? IS_RETRYABLE[code]
    this.requestId = details.requestId ?? null
    this.retryAfterMs = details.retryAfterMs ?? null
    this.administratorNames = details.administratorNames ?? []
    this.setupProblems = details.setupProblems ?? []
    Object.defineProperty(this, MARKER, { value: true })
  }

  /** Recognizes errors of every copy of this package on a page, unlike `instanceof`. */
  static isInstance(value: unknown): value is ConnectError {
    return typeof value === 'object' && value !== null && MARKER in value
  }
}

/** Whatever was thrown, as our one error. */
export function asConnectError(cause: unknown): ConnectError {
  return ConnectError.isInstance(cause) ? cause : new ConnectError('internal_error', { cause })
}

/**
 * Turns an answer that is not a success into a typed error. Answers of something in between (a proxy, a host's
 * own 404 page) have no code of ours: only their status counts.
 */
export async function readProblem(response: Response, reference: string): Promise<ConnectError> {
  const body = check.readAs(problem, await readJson(response, PROBLEM_MEDIA_TYPE))
  if (body === null) return new ConnectError(codeOfStatus(response.status), { requestId: reference })
  return new ConnectError(isErrorCode(body.code) ? body.code : 'internal_error', {
    message: body.title,
    requestId: body.requestId,
    isRetryable: body.retryable,
    retryAfterMs: body.retryAfterMs ?? null,
    administratorNames: body.administratorNames ?? [],
    setupProblems: body.setupProblems ?? [],
  })
}

/** The body as JSON when it says that it is; otherwise `undefined`. */
export async function readJson(response: Response, mediaType: string): Promise<unknown> {
  if (!(response.headers.get('content-type') ?? '').startsWith(mediaType)) return undefined
  return response.json().catch(() => undefined)
}

function codeOfStatus(status: number) {
  if (status === 401) return 'unauthenticated'
  if (status === 429) return 'rate_limited'
  return 'invalid_response'
}
