import {
  ERRORS,
  PROBLEM_MEDIA_TYPE,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  type Problem,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from '@nectar-connect/contract/wire'
import type { NectarConnectError } from '../lib/nectar-connect-error.ts'

/** The answer to a request, before the headers that every response carries. */
export interface Answer {
  status: number
  body: string | ReadableStream<Uint8Array> | null
  headers: Record<string, string>
}

/** What is known about a request while it is being answered. */
export interface Exchange {
  reference: string
  /** The user's scope, once the user is authorized. */
  scope: string | null
  /** The request's origin, if it is an allowed one. */
  origin: string | null
  /** The methods of the path, for `Allow` and preflights. */
  methods: () => string
}

export function jsonAnswer(value: unknown): Answer {
  return { status: 200, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } }
}

/** An answer that stays open: server-sent events. Null for a HEAD request. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array> | null
  constructor(body: ReadableStream<Uint8Array> | null) {
    this.body = body
  }
}

export function eventStreamAnswer({ body }: EventStream): Answer {
  return {
    status: 200,
    body,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Proxies that compress or buffer an answer would delay events.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // A middleware that computes an `ETag` would wait for the end of the body.
      etag: `W/"${crypto.randomUUID()}"`,
    },
  }
}

/**
 * An error as a problem (RFC 9457), in the contract's words only: never in those of the error, its cause or Nectar.
 *
 * @param faults What a developer also sees, see `describeSetupProblems`.
 */
export function problemAnswer(
  error: NectarConnectError,
  exchange: Exchange,
  faults: readonly string[],
): Answer {
  const { code, retryAfterMs, issues, administratorNames } = error
  const { status, message, retryable } = ERRORS[code]
  const problem: Problem = {
    type: `urn:nectar-connect:problem:${code}`,
    title: message,
    status: status ?? 500,
    code,
    requestId: exchange.reference,
    retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(issues === undefined ? {} : { issues: [...issues] }),
    ...(administratorNames === undefined ? {} : { administratorNames: [...administratorNames] }),
    ...(faults.length === 0 ? {} : { setupProblems: [...faults] }),
  }
  return {
    status: problem.status,
    body: JSON.stringify(problem),
    headers: {
      'content-type': PROBLEM_MEDIA_TYPE,
      ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
      ...(code === 'method_not_allowed' ? { allow: exchange.methods() } : {}),
    },
  }
}

/** The response, with the headers that every one carries. */
export function toResponse(answer: Answer, exchange: Exchange, method: string): Response {
  return new Response(method === 'HEAD' ? null : answer.body, {
    status: answer.status,
    headers: {
      'cache-control': 'no-store',
      vary: 'Origin',
      ...answer.headers,
      'x-content-type-options': 'nosniff',
      [PROTOCOL_HEADER]: PROTOCOL_VERSION,
      [REQUEST_ID_HEADER]: exchange.reference,
      ...(exchange.scope === null ? {} : { [SCOPE_HEADER]: exchange.scope }),
      ...(exchange.origin === null ? {} : corsHeaders(exchange.origin)),
    },
  })
}

function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': [PROTOCOL_HEADER, SCOPE_HEADER, REQUEST_ID_HEADER, 'retry-after'].join(
      ', ',
    ),
  }
}

/**
 * Answers the preflight of a request from another origin. An allowed origin may send any header that it asks
 * for: hosts bring their own (`authorization`, a CSRF token), and who sends what is for `authorize` to decide, not here.
 *
 * @param asked `Access-Control-Request-Headers`. Valid names are repeated: `*` would not cover
 * `authorization`, and means nothing with credentials.
 */
export function preflightAnswer(exchange: Exchange, asked: string | null): Answer {
  return {
    status: 204,
    body: null,
    headers: {
      allow: exchange.methods(),
      vary: 'Origin, Access-Control-Request-Headers',
      ...(exchange.origin === null
        ? {}
        : {
            'access-control-allow-methods': exchange.methods(),
            'access-control-allow-headers': allowedHeaders(asked).join(', '),
            'access-control-max-age': '600',
          }),
    },
  }
}

const OWN_HEADERS = ['content-type', 'last-event-id', PROTOCOL_HEADER, REQUEST_ID_HEADER]
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]{1,64}$/
const MOST_HEADERS = 32

function allowedHeaders(asked: string | null): string[] {
  const names = (asked ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => HEADER_NAME.test(name))
  return [...new Set([...OWN_HEADERS, ...names.slice(0, MOST_HEADERS)])]
}
