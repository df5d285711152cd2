import type { NativeNextRequest } from './adapters/authorize-context.ts'
import type { NectarConnectServer } from './app/nectar-connect.ts'
import type { RuntimeCapabilities } from './app/runtime.ts'

type NextHandler = (request: Request) => Promise<Response>

/** What a route file of the App Router exports. Next answers HEAD with GET by itself. */
export interface NextHandlers {
  GET: NextHandler
  POST: NextHandler
  OPTIONS: NextHandler
}

/**
 * The handler as route handlers of the Next.js App Router.
 *
 * @param runtime What the place where Next runs can do. Pass `{ waitUntil: after }` from `next/server` where functions
 *   stop with the response, and `{ canStream: false }` where they may not answer for minutes.
 * @example
 * // app/api/nectar/[...path]/route.ts
 * export const { GET, POST, OPTIONS } = toNextHandlers(nectar)
 */
export function toNextHandlers(
  nectar: Pick<NectarConnectServer, 'handler'>,
  runtime: RuntimeCapabilities = {},
): NextHandlers {
  const handle: NextHandler = (request) =>
    nectar.handler(request, runtime, { adapter: 'next', request: request as NativeNextRequest })
  return { GET: handle, POST: handle, OPTIONS: handle }
}

export { oncePerProcess } from './adapters/once-per-process.ts'
