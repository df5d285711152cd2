/** What the runtime of a request can do, if it differs from a usual server. Every adapter takes it. */
export interface RuntimeCapabilities {
  /** Keeps the runtime running until the promise has settled, if it would stop after the response. */
  waitUntil?: (work: Promise<unknown>) => void
  /**
   * Whether a response may stay open for minutes. Default true, but for Cloudflare Workers, whatever passes a
   * `waitUntil`, and AWS Lambda. Where it is false, `GET /changes` answers `not_implemented`, and pages ask now and then
   * instead.
   */
  canStream?: boolean
}

/**
 * What the runtime passes with each request, as Cloudflare Workers, Netlify or Vercel do.
 *
 * @param given Anything: only something with a `waitUntil` is taken for such a runtime.
 */
export function readRuntime(...given: unknown[]): RuntimeCapabilities {
  const context = given.find(isExecutionContext)
  if (context === undefined) return {}
  // It may stop between two requests, and its copies share nothing, so it cannot stream.
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
