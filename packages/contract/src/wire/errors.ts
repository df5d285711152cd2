interface ErrorDescription {
  /** HTTP status; null for what only a browser can find out. */
  status: number | null
  /** Whether asking again, as it is, may help. */
  retryable: boolean
  /** The default message, for developers. What customers read stands in the message catalogs. */
  message: string
}

/** Every error that either side can raise, once. */
export const ERRORS = {
  invalid_request: {
    status: 400,
    retryable: false,
    message: 'The request is not what this route expects. See "issues".',
  },
  unauthenticated: { status: 401, retryable: false, message: 'Nobody is signed in.' },
  signature_invalid: {
    status: 401,
    retryable: false,
    message:
      'The delivery is not signed with a configured webhook secret, or its time is more than 5 minutes off.',
  },
  not_allowed: { status: 403, retryable: false, message: 'The signed-in user may not do this.' },
  address_not_allowed: {
    status: 403,
    retryable: false,
    message:
      'Mails may not go to this address. It is one plain address, at one of "allowedDomains" where there are any.',
  },
  origin_not_allowed: {
    status: 403,
    retryable: false,
    message:
      'The request did not come from an allowed origin. Set "publicOrigin" to the origin that browsers see, or add this one to "allowedOrigins".',
  },
  not_found: { status: 404, retryable: false, message: 'There is no such thing here.' },
  method_not_allowed: { status: 405, retryable: false, message: 'This route does not take that method.' },
  company_missing: {
    status: 409,
    retryable: false,
    message: 'This organization has no company at Nectar yet. Call ensureCompany() and keep its id.',
  },
  idempotency_conflict: {
    status: 409,
    retryable: false,
    message: 'This idempotencyKey was already used for a different request.',
  },
  invitation_closed: {
    status: 409,
    retryable: false,
    message: 'This invitation was used or revoked, so that nobody can be reminded of it.',
  },
  client_outdated: {
    status: 409,
    retryable: false,
    message: 'This page speaks a version of the protocol that the server no longer does. Reload it.',
  },
  payload_too_large: { status: 413, retryable: false, message: 'The body is too large.' },
  unsupported_media_type: {
    status: 415,
    retryable: false,
    message: 'Send the body as application/json.',
  },
  rate_limited: { status: 429, retryable: true, message: 'Too many requests. Wait, then try again.' },
  too_many_streams: {
    status: 429,
    retryable: true,
    message: 'This user has too many streams of changes open. Close one, or read again later.',
  },
  internal_error: { status: 500, retryable: true, message: 'Something went wrong on this server.' },
  host_error: {
    status: 500,
    retryable: true,
    message: 'A function that the host configured threw. The log has the details.',
  },
  mail_not_sent: {
    status: 502,
    retryable: true,
    message: 'The mail could not be handed over for sending. Nothing was sent.',
  },
  not_implemented: { status: 501, retryable: false, message: 'This server does not offer this route yet.' },
  nectar_rejected_key: {
    status: 502,
    retryable: false,
    message: 'Nectar did not accept the API key.',
  },
  nectar_rejected: {
    status: 502,
    retryable: false,
    message: 'Nectar refused the request: the company is not visible to this API key, or a value is wrong.',
  },
  nectar_invalid_response: {
    status: 502,
    retryable: true,
    message: 'Nectar answered with something that could not be read.',
  },
  invitation_url_untrusted: {
    status: 502,
    retryable: false,
    message: 'The invitation does not live on the expected https origin and path, so it is not shown.',
  },
  outcome_unknown: {
    status: 502,
    retryable: true,
    message: 'The connection to Nectar broke after the request was sent; it was not repeated.',
  },
  nectar_unavailable: { status: 503, retryable: true, message: 'Nectar is not available right now.' },
  busy: {
    status: 503,
    retryable: true,
    message: 'This is being worked on already, or takes longer than an answer may. Send it again later.',
  },
  not_configured: {
    status: 503,
    retryable: false,
    message: 'The server is not fully configured. The log says what is missing and how to set it.',
  },
  nectar_timeout: { status: 504, retryable: true, message: 'Nectar did not answer in time.' },
  network: { status: null, retryable: true, message: 'The server could not be reached.' },
  invalid_response: {
    status: null,
    retryable: true,
    message:
      'The answer did not come from a Nectar Connect handler. Is it mounted at this base path, and is the base path right?',
  },
  invitation_stale: {
    status: null,
    retryable: true,
    message:
      'The server answered an invitation that is over, or a renewal that lasts no longer than the one before. Is an answer kept somewhere in between, or the life in "invitationPolicy" too short?',
  },
  frame_refused: {
    status: null,
    retryable: true,
    message: 'The page that should be shown is not one that may be framed here.',
  },
  frame_blocked: {
    status: null,
    retryable: true,
    message: 'A Content-Security-Policy keeps the frame out. Add the hosted page to "frame-src".',
  },
  frame_timeout: { status: null, retryable: true, message: 'The page in the frame did not load in time.' },
} as const satisfies Record<string, ErrorDescription>

/**
 * The code of an error, as it stands in answers and logs. Each has one HTTP status and one default message.
 */
export type ErrorCode = keyof typeof ERRORS

/** Codes that travel: those with an HTTP status. */
export type WireErrorCode = {
  [Code in ErrorCode]: (typeof ERRORS)[Code]['status'] extends number ? Code : never
}[ErrorCode]

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text)
}
