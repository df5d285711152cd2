import type { NectarConnect } from '../nectar-connect.ts'
import { readRuntime } from '../runtime.ts'

/** As much of Hono's context as is needed. */
interface HonoContext {
  req: { raw: Request }
  /** Throws where the runtime has none. */
  readonly executionCtx: unknown
}

/**
 * The handler for Hono, on any runtime that Hono runs on.
 *
 * Mount it at the base path, for every method and every path below it.
 *
 * @example
 * import { Hono } from 'hono'
 *
 * const app = new Hono()
 * app.all('/api/nectar/*', toHonoHandler(nectar))
 */
export function toHonoHandler(
  nectar: Pick<NectarConnect, 'handler'>,
): (context: HonoContext) => Promise<Response> {
  return (context) => nectar.handler(context.req.raw, readRuntime(executionContextOf(context)))
}

function executionContextOf(context: HonoContext): unknown {
  try {
    return context.executionCtx
  } catch {
    return undefined
  }
}
