import type { ErrorCode } from '@nectar-connect/contract/wire'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { parseJson } from '../lib/values.ts'
import { withDeadline } from '../lib/with-deadline.ts'
import type { Call, UpstreamDeps } from './upstream.ts'

/** One try to reach Nectar that led to nothing. */
export interface Failure {
  kind: 'failure'
  error: NectarConnectError
  /** Whether the same request may be sent again without risk. */
  isRepeatable: boolean
  status: number | null
  /** Milliseconds that Nectar asked to wait. */
  askedMs?: number | null
  /** Nectar's own words, for the debug log only. */
  detail?: string
}

export type Outcome = { kind: 'reply'; json: unknown } | Failure

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
let uncached: RequestInit | null = null

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
  onAnswer: (response: Response, sentAt: number) => void,
): Promise<Outcome> {
  const sentAt = deps.now()
  try {
    // A fetch that was passed in may not heed its signal; the place it holds must become free all the same.
    const response = await withDeadline(send(call, key, signal, deps), { signal })
    onAnswer(response, sentAt)
    if (!response.ok) return await readFailure(call, response, signal, deps)
    const text = await withDeadline(response.text(), { signal })
    const isHtml = (response.headers.get('content-type') ?? '').includes('html')
    if (!isHtml && call.expects === 'anything') return { kind: 'reply', json: null }
    const json = isHtml ? undefined : parseJson(text)
    if (json !== undefined) return { kind: 'reply', json }
    return failure(unlessSent(call, 'nectar_invalid_response'), response.status)
  } catch (cause) {
    if (isForFramework(cause)) throw cause
    if (signal.aborted) return failure(unlessSent(call, 'nectar_timeout'), null)
    const isHarmless = call.method === 'GET' || isUnconnected(cause)
    return failure(isHarmless ? 'nectar_unavailable' : 'outcome_unknown', null, isHarmless, cause)
  }
}

/** Whether an error is how a framework ends a rendering: Next.js marks all of its kind with a `digest`. */
function isForFramework(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
}

function send(call: Call, key: string, signal: AbortSignal, deps: UpstreamDeps): Promise<Response> {
  // Made on first use: Node loads all of fetch for it, which would slow every start.
  uncached ??= readUncached()
  const hasBody = call.body !== undefined
  return deps.fetch(`${deps.apiBase}${call.path}`, {
    method: call.method,
    headers: {
      accept: 'application/json',
      'user-agent': deps.userAgent,
      'x-api-key': key,
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
    },
    ...(hasBody ? { body: JSON.stringify(call.body) } : {}),
    // The key must not follow a redirect to another host.
    redirect: 'manual',
    ...uncached,
    signal,
  })
}

async function readFailure(
  call: Call,
  response: Response,
  signal: AbortSignal,
  deps: UpstreamDeps,
): Promise<Failure> {
  const { status, headers } = response
  const text = await withDeadline(response.text(), { signal }).catch(() => '')
  const detail = text === '' ? {} : { detail: text.slice(0, 500) }
  if (status === 429) {
    const askedMs = readRetryAfter(headers.get('retry-after'), headers.get('date'), deps.now)
    const error = new NectarConnectError('rate_limited', { retryAfterMs: askedMs ?? 5_000 })
    return { kind: 'failure', error, isRepeatable: true, status, askedMs, ...detail }
  }
  const isRepeatable = call.method === 'GET' && (status === 502 || status === 503 || status === 504)
  return { ...failure(codeOf(call, response), status, isRepeatable), ...detail }
}

function codeOf(call: Call, { status, type }: Response): ErrorCode {
  if (type === 'opaqueredirect' || status < 400) return unlessSent(call, 'nectar_invalid_response')
  if (status === 401) return 'nectar_rejected_key'
  if (status === 403 || status === 404) return call.subject === 'object' ? 'not_found' : 'nectar_rejected'
  if (status < 500) return 'nectar_rejected'
  // A gateway answered for a server that may well have done what it was asked.
  return status === 502 || status === 504 ? unlessSent(call, 'nectar_unavailable') : 'nectar_unavailable'
}

/** What is asked for may have been done, whatever came back. */
function unlessSent({ method }: Call, code: ErrorCode): ErrorCode {
  return method === 'GET' ? code : 'outcome_unknown'
}

function failure(code: ErrorCode, status: number | null, isRepeatable = false, cause?: unknown): Failure {
  const error = new NectarConnectError(code, cause === undefined ? {} : { cause })
  return { kind: 'failure', error, isRepeatable, status }
}

function isUnconnected(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return (typeof code === 'string' && UNCONNECTED.has(code)) || isUnconnected(cause)
}

/** Milliseconds that a `Retry-After` asks to wait, from the answer's own `Date`; null when it cannot be read. */
function readRetryAfter(header: string | null, date: string | null, now: () => number): number | null {
  if (header === null) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const until = Date.parse(header)
  if (!Number.isFinite(until)) return null
  const from = Date.parse(date ?? '')
  return Math.max(0, until - (Number.isFinite(from) ? from : now()))
}
