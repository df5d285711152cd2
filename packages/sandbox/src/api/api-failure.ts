import { uuid } from '@nectar-connect/contract/nectar'
import type * as z from 'zod/mini'
import { explain } from '../errors.ts'

/** Ends a request early with a status and the text for `detail`. Caught where the routes are mounted. */
export class ApiFailure extends Error {
  readonly status: 400 | 401 | 403 | 404
  /** What the body says: a sentence, or one for each field. */
  readonly detail: string | readonly FieldDetail[]

  constructor(status: ApiFailure['status'], detail: string | readonly FieldDetail[]) {
    super(typeof detail === 'string' ? detail : detail.map(({ msg }) => msg).join(' '))
    this.status = status
    this.detail = detail
  }
}

interface FieldDetail {
  /** Such as `['body', 'prefill', 'country']`. */
  loc: readonly (string | number)[]
  msg: string
}

export function badRequest(detail: string): ApiFailure {
  return new ApiFailure(400, detail)
}

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
  const details = issues.map((issue) => {
    const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    return { loc: ['body', ...steps], msg: explain(issue) }
  })
  throw new ApiFailure(400, details)
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
  if (found === undefined) throw new ApiFailure(404, `${what} not found.`)
  return found
}
