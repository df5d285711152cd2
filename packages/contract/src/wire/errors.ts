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
