import { check, isErrorCode, PROBLEM_MEDIA_TYPE, problem } from '@nectar-connect/contract/wire'
import { ConnectError } from './lib/connect-error.ts'

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
  return status >= 500 ? 'network' : 'invalid_response'
}
