import {
  IS_RETRYABLE,
  PROBLEM_MEDIA_TYPE,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  type Problem,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
  statusOf,
} from '@nectar-connect/contract/wire'
import { describeError, type NectarConnectError } from '../lib/nectar-connect-error.ts'

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

/** What a route answers to keep the connection open: server-sent events. Null for a HEAD request. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array> | null
  constructor(body: ReadableStream<Uint8Array> | null) {
    this.body = body
  }
}

/** What a route answers that has its JSON as text already. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What a route answered: JSON, or an `EventStream`. */
export function successAnswer(value: unknown): Answer {
  if (!(value instanceof EventStream)) {
    const body = value instanceof JsonText ? value.text : JSON.stringify(value)
    return { status: 200, body, headers: { 'content-type': 'application/json' } }
  }
  return {
    status: 200,
    body: value.body,
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

/** An error as a problem (RFC 9457), in our own words only. @param faults What a developer also sees. */
export function problemAnswer(
  error: NectarConnectError,
  exchange: Exchange,
  faults: readonly string[],
): Answer {
  const { code, retryAfterMs, issues, administratorNames } = error
  const problem: Problem = {
    type: `urn:nectar-connect:problem:${code}`,
    title: describeError(code),
    status: statusOf(code),
    code,
    requestId: exchange.reference,
    retryable: IS_RETRYABLE[code],
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
export function toResponse(answer: Answer, { origin, reference, scope }: Exchange, method: string): Response {
  return new Response(method === 'HEAD' ? null : answer.body, {
    status: answer.status,
    headers: {
      'cache-control': 'no-store',
      vary: 'Origin',
      ...answer.headers,
      'x-content-type-options': 'nosniff',
      [PROTOCOL_HEADER]: PROTOCOL_VERSION,
      [REQUEST_ID_HEADER]: reference,
      ...(scope === null ? {} : { [SCOPE_HEADER]: scope }),
      ...(origin === null
        ? {}
        : {
            'access-control-allow-origin': origin,
            'access-control-allow-credentials': 'true',
            'access-control-expose-headers': EXPOSED_HEADERS.join(', '),
          }),
    },
  })
}

const EXPOSED_HEADERS = [PROTOCOL_HEADER, SCOPE_HEADER, REQUEST_ID_HEADER, 'retry-after']
const OWN_HEADERS = ['content-type', 'last-event-id', PROTOCOL_HEADER, REQUEST_ID_HEADER]
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]{1,64}$/
const MOST_HEADERS = 32

/**
 * Answers a preflight. An allowed origin may send any header that it asks for: who sends what is for `authorize` to decide.
 *
 * @param asked `Access-Control-Request-Headers`, repeated: with credentials `*` means nothing.
 */
export function preflightAnswer({ methods, origin }: Exchange, asked: string | null): Answer {
  const names = (asked ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => HEADER_NAME.test(name))
  const cors = {
    'access-control-allow-methods': methods(),
    'access-control-allow-headers': [...new Set([...OWN_HEADERS, ...names.slice(0, MOST_HEADERS)])].join(
      ', ',
    ),
    'access-control-max-age': '600',
  }
  return {
    status: 204,
    body: null,
    headers: {
      allow: methods(),
      vary: 'Origin, Access-Control-Request-Headers',
      ...(origin === null ? {} : cors),
    },
  }
}
