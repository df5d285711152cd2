/** What the runtime around a request can do, where that is not what a server usually can. Every adapter takes it. */
export interface RuntimeCapabilities {
  /** Keeps the runtime at work until the promise has settled, where it would stop with the response. */
  waitUntil?: (work: Promise<unknown>) => void
  /**
   * Whether a response may stay open for minutes. Default true, but for Cloudflare Workers, whatever passes a
   * `waitUntil`, and AWS Lambda. Where it is false, `GET /changes` answers `not_implemented`, and pages ask now and then
   * instead.
   */
  canStream?: boolean
}

/**
 * What the runtime hands over with each request, in the manner of Cloudflare Workers, Netlify or Vercel.
 *
 * @param given Anything: only something with a `waitUntil` is taken for such a runtime.
 */
export function readRuntime(...given: unknown[]): RuntimeCapabilities {
  const context = given.find(isExecutionContext)
  if (context === undefined) return {}
  // It may stop between two requests, and shares nothing among its copies: no place for a stream.
  return { waitUntil: (work) => context.waitUntil(work), canStream: false }
}

function isExecutionContext(value: unknown): value is { waitUntil(work: Promise<unknown>): void } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'waitUntil' in value &&
    typeof value.waitUntil === 'function'
  )
}
