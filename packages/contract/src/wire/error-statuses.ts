import type { ErrorCode } from './errors.ts'

/** The HTTP status of each error that travels. Only a browser can find out the others. */
export const ERROR_STATUSES = {
  invalid_request: 400,
  unauthenticated: 401,
  signature_invalid: 401,
  not_allowed: 403,
  address_not_allowed: 403,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  company_missing: 409,
  idempotency_conflict: 409,
  invitation_closed: 409,
  client_outdated: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  too_many_streams: 429,
  internal_error: 500,
  host_error: 500,
  mail_not_sent: 502,
  not_implemented: 501,
  nectar_rejected_key: 502,
  nectar_rejected: 502,
  nectar_invalid_response: 502,
  invitation_url_untrusted: 502,
  outcome_unknown: 502,
  nectar_unavailable: 503,
  busy: 503,
  not_configured: 503,
  nectar_timeout: 504,
} as const satisfies Partial<Record<ErrorCode, number>>

/** Codes that travel: those with an HTTP status. */
export type WireErrorCode = keyof typeof ERROR_STATUSES

/** The HTTP status that an error is answered with. */
export function statusOf(code: ErrorCode): number {
  return code in ERROR_STATUSES ? ERROR_STATUSES[code as WireErrorCode] : 500
}
