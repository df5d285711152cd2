import type { ErrorCode } from '@nectar-connect/contract/wire'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { parseJson } from '../lib/values.ts'
import { withDeadline } from '../lib/with-deadline.ts'
import type { Call, Reply, UpstreamDeps } from './upstream.ts'

/** What one try to reach Nectar led to. */
export type Outcome =
  | { kind: 'reply'; reply: Reply }
  | {
      kind: 'failure'
      error: NectarConnectError
      /** Whether the same request may be sent again without risk. */
      repeatable: boolean
      status: number | null
      /** Milliseconds that Nectar asked to wait. */
      asked: number | null
      /** Nectar's own words, for the debug log only. */
      detail?: string
    }

/** No connection was made, so that nothing can have happened at Nectar. */
const UNCONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
])

/** Frameworks that replace `fetch` keep answers otherwise, and make pages of them that never ask again. */
const UNCACHED = readUncached()

/** Some runtimes throw at an option that they do not know. */
function readUncached(): RequestInit {
  try {
    return new Request('http://localhost', { cache: 'no-store' }) && { cache: 'no-store' }
  } catch {
    return {}
  }
}

/** Sends the call once. @throws what a framework's own `fetch` throws to steer the framework, and nothing else */
export async function fetchOnce(
  call: Call,
  key: string,
  signal: AbortSignal,
  deps: UpstreamDeps,
): Promise<Outcome> {
  const sentAt = deps.now()
  try {
    // A fetch that was passed in may not heed its signal; the place it holds must become free all the same.
    const response = await withDeadline(send(call, key, signal, deps), { signal })
    const moments = { sentAt, receivedAt: deps.now() }
    // A cache's answer carries the date of an earlier one.
    if (!response.headers.has('age')) deps.clock.observe(response.headers.get('date'), moments)
    if (response.ok) return await readReply(call, response, moments, signal)
    return await readFailure(call, response, signal, deps)
  } catch (cause) {
    if (isForFramework(cause)) throw cause
    return brokenOff(call, cause, signal)
  }
}

/**
 * Whether an error is how a framework ends a rendering ahead of the request: Next.js throws one where an uncached `fetch`
 * makes a page dynamic, and marks all of its kind with a `digest`.
 */
function isForFramework(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
}

function send(call: Call, key: string, signal: AbortSignal, deps: UpstreamDeps): Promise<Response> {
  return deps.fetch(`${deps.apiBase}${call.path}`, {
    method: call.method,
    headers: {
      accept: 'application/json',
      'user-agent': deps.userAgent,
      'x-api-key': key,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    // The key must not follow a redirect to another host.
    redirect: 'manual',
    ...UNCACHED,
    signal,
  })
}

async function readReply(
  call: Call,
  response: Response,
  moments: { sentAt: number; receivedAt: number },
  signal: AbortSignal,
): Promise<Outcome> {
  const text = await withDeadline(response.text(), { signal })
  const isHtml = (response.headers.get('content-type') ?? '').includes('html')
  if (!isHtml && call.expects === 'anything') return { kind: 'reply', reply: { json: null, ...moments } }
  const json = isHtml ? undefined : parseJson(text)
  if (json !== undefined) return { kind: 'reply', reply: { json, ...moments } }
  return failure(call.method === 'GET' ? 'nectar_invalid_response' : 'outcome_unknown', response.status)
}

async function readFailure(
  call: Call,
  response: Response,
  signal: AbortSignal,
  deps: UpstreamDeps,
): Promise<Outcome> {
  const { status } = response
  const isGet = call.method === 'GET'
  const text = await withDeadline(response.text(), { signal }).catch(() => '')
  const detail = text === '' ? {} : { detail: text.slice(0, 500) }
  if (status === 429) {
    const asked = readRetryAfter(response.headers.get('retry-after'), response.headers.get('date'), deps.now)
    const error = new NectarConnectError('rate_limited', { retryAfterMs: asked ?? 5_000 })
    return { kind: 'failure', error, repeatable: true, status, asked, ...detail }
  }
  const repeatable = isGet && (status === 502 || status === 503 || status === 504)
  return { ...failure(codeOf(call, response), status, repeatable), ...detail }
}

function codeOf(call: Call, { status, type }: Response): ErrorCode {
  const isGet = call.method === 'GET'
  if (type === 'opaqueredirect' || status < 400) return isGet ? 'nectar_invalid_response' : 'outcome_unknown'
  if (status === 401) return 'nectar_rejected_key'
  if (status === 403 || status === 404) return call.subject === 'object' ? 'not_found' : 'nectar_rejected'
  if (status < 500) return 'nectar_rejected'
  // A gateway answered for a server that may well have done what it was asked.
  return !isGet && (status === 502 || status === 504) ? 'outcome_unknown' : 'nectar_unavailable'
}

function brokenOff(call: Call, cause: unknown, signal: AbortSignal): Outcome {
  if (signal.aborted) return failure(call.method === 'GET' ? 'nectar_timeout' : 'outcome_unknown', null)
  if (isUnconnected(cause)) return failure('nectar_unavailable', null, true, cause)
  if (call.method === 'GET') return failure('nectar_unavailable', null, true, cause)
  return failure('outcome_unknown', null, false, cause)
}

function failure(
  code: ErrorCode,
  status: number | null,
  repeatable = false,
  cause?: unknown,
): Extract<Outcome, { kind: 'failure' }> {
  const error = new NectarConnectError(code, cause === undefined ? {} : { cause })
  return { kind: 'failure', error, repeatable, status, asked: null }
}

function isUnconnected(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return (typeof code === 'string' && UNCONNECTED.has(code)) || isUnconnected(cause)
}

/**
 * Milliseconds that a `Retry-After` header asks to wait; null when there is none that can be read.
 *
 * @param date The answer's own `Date` header, from which a date is counted, so that the host's clock does not matter.
 */
export function readRetryAfter(header: string | null, date: string | null, now: () => number): number | null {
  if (header === null) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const until = Date.parse(header)
  if (!Number.isFinite(until)) return null
  const from = Date.parse(date ?? '')
  return Math.max(0, until - (Number.isFinite(from) ? from : now()))
}
