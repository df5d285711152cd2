/** Ends a request early with a status and the text for `detail`. Caught where the routes are mounted. */
export class ApiFailure extends Error {
  readonly status: FailureStatus
  /** What the body says: a sentence, or one for each field. */
  readonly detail: string | readonly FieldDetail[]

  constructor(status: FailureStatus, detail: string | readonly FieldDetail[]) {
    super(typeof detail === 'string' ? detail : detail.map(({ msg }) => msg).join(' '))
    this.status = status
    this.detail = detail
  }
}

type FailureStatus = 400 | 401 | 403 | 404 | 410

/** What is wrong with one field. */
export interface FieldDetail {
  /** Such as `['body', 'prefill', 'country']`. */
  loc: readonly (string | number)[]
  msg: string
}

export function badRequest(detail: string): ApiFailure {
  return new ApiFailure(400, detail)
}

export function notFound(what: string): ApiFailure {
  return new ApiFailure(404, `${what} not found.`)
}
