/** The connection broke, by a fault or because the sandbox ended: what `fetch` says when that happens. */
export class ConnectionBroken extends TypeError {
  constructor() {
    super('fetch failed', { cause: new Error('The sandbox broke the connection.') })
  }
}
