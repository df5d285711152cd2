import * as check from './check.ts'

/**
 * Every error that either side can raise, once, and whether asking again, as it is, may help. Its words stand with
 * whoever raises it and in the catalogs, its HTTP status in `ERROR_STATUSES`.
 */
export const IS_RETRYABLE = {
  invalid_request: false,
  unauthenticated: false,
  signature_invalid: false,
  not_allowed: false,
  address_not_allowed: false,
  origin_not_allowed: false,
  not_found: false,
  method_not_allowed: false,
  company_missing: false,
  idempotency_conflict: false,
  invitation_closed: false,
  client_outdated: false,
  payload_too_large: false,
  unsupported_media_type: false,
  rate_limited: true,
  too_many_streams: true,
  internal_error: true,
  host_error: true,
  mail_not_sent: true,
  not_implemented: false,
  nectar_rejected_key: false,
  nectar_rejected: false,
  nectar_invalid_response: true,
  invitation_url_untrusted: false,
  outcome_unknown: true,
  nectar_unavailable: true,
  busy: true,
  not_configured: false,
  nectar_timeout: true,
  network: true,
  invalid_response: true,
  invitation_stale: true,
  frame_refused: true,
  frame_blocked: true,
  frame_timeout: true,
} as const satisfies Record<string, boolean>

/** The code of an error, as it stands in answers and logs. */
export type ErrorCode = keyof typeof IS_RETRYABLE

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(IS_RETRYABLE, text)
}

/** Media type of every error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** What is wrong with a request, and where. Never carries the values. */
export interface Issue {
  path: string
  message: string
}

/** The body of every error answer. */
export interface Problem {
  type: string
  title: string
  status: number
  /** An `ErrorCode`; a newer server may send one that is not known here. */
  code: string
  /** The reference to quote, `NC-7F3K-92QD`. */
  requestId: string
  retryable: boolean
  /** How long to wait before the next try, in milliseconds. */
  retryAfterMs?: number | undefined
  /** With `invalid_request`. */
  issues?: Issue[] | undefined
  /** With `not_allowed`: names of people who may. */
  administratorNames?: string[] | undefined
  /** What is wrong with the host's set-up, each with its fix. From development servers only. */
  setupProblems?: string[] | undefined
}

export const problem: check.Check<Problem> = check.object<Problem>({
  type: check.string,
  title: check.string,
  status: check.number,
  code: check.string,
  requestId: check.string,
  retryable: check.boolean,
  retryAfterMs: check.optional(check.number),
  issues: check.optional(check.array(check.object<Issue>({ path: check.string, message: check.string }))),
  administratorNames: check.optional(check.array(check.string)),
  setupProblems: check.optional(check.array(check.string)),
})
