import { uuid } from '@nectar-connect/contract/nectar'
import type * as z from 'zod/mini'
import { ApiFailure, badRequest, notFound } from './answer.ts'

/**
 * Parses a JSON body.
 *
 * @throws ApiFailure 400, with a sentence for one mistake and a list for several: Nectar is known to send both
 */
export async function readBody<T extends z.ZodMiniType>(request: Request, schema: T): Promise<z.output<T>> {
  const parsed = schema.safeParse(parseJson(await request.text()))
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  if (issues.length < 2) throw badRequest(explain(issues[0]))
  throw new ApiFailure(
    400,
    issues.map((issue) => ({ loc: ['body', ...issue.path.map(toStep)], msg: explain(issue) })),
  )
}

function toStep(step: PropertyKey): string | number {
  return typeof step === 'number' ? step : String(step)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('The body is not valid JSON.')
  }
}

/** Looks up what a path names. @throws ApiFailure 400 for something that is no UUID, 404 for an unknown one */
export function readId<T>(records: ReadonlyMap<string, T>, what: string, id: string): T {
  if (!uuid.safeParse(id).success) throw badRequest(`${what} id is not a valid UUID.`)
  const found = records.get(id.toLowerCase())
  if (found === undefined) throw notFound(what)
  return found
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
