import * as check from './check.ts'

/** HTTP status (null for what only a browser can find out), and whether asking again, as it is, may help. */
interface ErrorDescription {
  status: number | null
  retryable: boolean
}

/**
 * Every error that either side can raise, once. What it means stands in words with whoever raises it, and for customers in the
 * message catalogs.
 */
export const ERRORS = {
  invalid_request: { status: 400, retryable: false },
  unauthenticated: { status: 401, retryable: false },
  signature_invalid: { status: 401, retryable: false },
  not_allowed: { status: 403, retryable: false },
  address_not_allowed: { status: 403, retryable: false },
  origin_not_allowed: { status: 403, retryable: false },
  not_found: { status: 404, retryable: false },
  method_not_allowed: { status: 405, retryable: false },
  company_missing: { status: 409, retryable: false },
  idempotency_conflict: { status: 409, retryable: false },
  invitation_closed: { status: 409, retryable: false },
  client_outdated: { status: 409, retryable: false },
  payload_too_large: { status: 413, retryable: false },
  unsupported_media_type: { status: 415, retryable: false },
  rate_limited: { status: 429, retryable: true },
  too_many_streams: { status: 429, retryable: true },
  internal_error: { status: 500, retryable: true },
  host_error: { status: 500, retryable: true },
  mail_not_sent: { status: 502, retryable: true },
  not_implemented: { status: 501, retryable: false },
  nectar_rejected_key: { status: 502, retryable: false },
  nectar_rejected: { status: 502, retryable: false },
  nectar_invalid_response: { status: 502, retryable: true },
  invitation_url_untrusted: { status: 502, retryable: false },
  outcome_unknown: { status: 502, retryable: true },
  nectar_unavailable: { status: 503, retryable: true },
  busy: { status: 503, retryable: true },
  not_configured: { status: 503, retryable: false },
  nectar_timeout: { status: 504, retryable: true },
  network: { status: null, retryable: true },
  invalid_response: { status: null, retryable: true },
  invitation_stale: { status: null, retryable: true },
  frame_refused: { status: null, retryable: true },
  frame_blocked: { status: null, retryable: true },
  frame_timeout: { status: null, retryable: true },
} as const satisfies Record<string, ErrorDescription>

/** The code of an error, as it stands in answers and logs. */
export type ErrorCode = keyof typeof ERRORS

/** Codes that travel: those with an HTTP status. */
export type WireErrorCode = {
  [Code in ErrorCode]: (typeof ERRORS)[Code]['status'] extends number ? Code : never
}[ErrorCode]

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text)
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
  /** One of `ERRORS`; a newer server may send one that is not known here. */
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

/** Answer of `GET /health`. No session is needed, so it says nothing about anybody. */
export type HealthResponse = check.Checked<typeof healthResponse>

export const healthResponse = check.object({
  status: check.oneOf(['ok']),
  protocol: check.string,
  /** Whether deliveries can be accepted, and do come. `none_yet`: none has arrived since this process began. */
  webhooks: check.oneOf(['not_configured', 'none_yet', 'arriving']),
  /** When the last accepted delivery came, ISO 8601, UTC. */
  lastWebhookAt: check.nullable(check.string),
})
