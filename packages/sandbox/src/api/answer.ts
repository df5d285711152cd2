/** Ends a request early with a status and the text for `detail`. Caught where the routes are mounted. */
export class ApiFailure extends Error {
  readonly status: 400 | 401 | 404 | 405

  constructor(status: 400 | 401 | 404 | 405, detail: string) {
    super(detail)
    this.status = status
  }
}

export function badRequest(detail: string): ApiFailure {
  return new ApiFailure(400, detail)
}

export function notFound(what: string): ApiFailure {
  return new ApiFailure(404, `${what} not found.`)
}
