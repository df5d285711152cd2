import * as check from './check.ts'

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
export interface HealthResponse {
  status: 'ok'
  protocol: string
  /**
   * Whether deliveries can be accepted at all, and do come. `none_yet`: no webhook has arrived yet since this process
   * began, so that it looks at Nectar as if there were none.
   */
  webhooks: 'not_configured' | 'none_yet' | 'arriving'
  /** When the last accepted delivery came, ISO 8601, UTC. */
  lastWebhookAt: string | null
}

export const healthResponse: check.Check<HealthResponse> = check.object<HealthResponse>({
  status: check.oneOf(['ok']),
  protocol: check.string,
  webhooks: check.oneOf(['not_configured', 'none_yet', 'arriving']),
  lastWebhookAt: check.nullable(check.string),
})
