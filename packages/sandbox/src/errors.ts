import type * as z from 'zod/mini'

/**
 * What can go wrong when the sandbox is set up or steered.
 *
 * - `invalid`: an option or an argument has a wrong value
 * - `not_found`: no object with that id
 * - `port_in_use`: another program listens on the port
 * - `listen_failed`: the address cannot be listened on
 * - `unreachable`: no sandbox answers at the origin that a client was given
 * - `real_key`: a page was given an API key that may be a real one
 */
export type SandboxErrorCode =
  | 'invalid'
  | 'not_found'
  | 'port_in_use'
  | 'listen_failed'
  | 'unreachable'
  | 'real_key'

const MARKER = Symbol.for('@nectar-connect/sandbox/SandboxError')

/** The one error class of this package. The message says what happened and what to do. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'
  readonly code: SandboxErrorCode
  readonly isRetryable = false
  readonly [MARKER] = true

  constructor(code: SandboxErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }

  /** Like `instanceof`, and also true for an error of another copy of this package. */
  static isInstance(error: unknown): error is SandboxError {
    return typeof error === 'object' && error !== null && MARKER in error
  }
}

/** One sentence on what is wrong with a value, starting with the field's name. */
export function explain(issue: z.core.$ZodIssue | undefined, whole = 'The body'): string {
  if (!issue) return `${whole} is not valid.`
  const field = issue.path.map(String).join('.')
  const subject = field === '' ? whole : field
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${field === '' ? '' : `${field}: `}unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}.`
    case 'invalid_type':
      return `${subject}: expected ${issue.expected}.`
    case 'too_small':
      return `${subject}: must be at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}.`
    case 'too_big':
      return `${subject}: must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}.`
    case 'invalid_format':
      return `${subject}: is not a valid ${issue.format === 'regex' ? 'value' : issue.format}.`
    case 'invalid_value':
      return `${subject}: has to be one of ${issue.values.join(', ')}.`
    case 'custom':
    case 'invalid_union':
      return `${subject}: ${issue.message === 'Invalid input' ? 'is not valid' : issue.message}.`
    default:
      return `${subject}: is not valid.`
  }
}
