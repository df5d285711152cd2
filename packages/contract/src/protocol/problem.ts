import * as z from 'zod/mini'

/** Media type of every error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** The body of every error answer. `code` is one of `ERRORS`; a newer server may send one that we do not know. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  /** The reference to quote, `NC-7F3K-92QD`. */
  requestId: z.string(),
  retryable: z.boolean(),
  /** How long to wait before the next try, in milliseconds. */
  retryAfterMs: z.optional(z.number()),
  /** With `invalid_request`: what is wrong, and where. */
  issues: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** With `not_allowed`: names of people who may. */
  administrators: z.optional(z.array(z.string())),
  /** What is wrong with the host's set-up, each with its fix. From development servers only. */
  faults: z.optional(z.array(z.string())),
})
export type Problem = z.output<typeof problem>
