import type { NectarConnectServer, RuntimeCapabilities } from './app/nectar-connect.ts'
import type { NativeNextRequest } from './settings/authorization.ts'
import { isDevelopmentProcess } from './settings/secrets.ts'

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

/**
 * One `NectarConnect` for the whole process, where a framework loads a module several times: Next.js does so for route
 * handlers, server components and API routes. All of them then share open streams, caches and what is kept in memory.
 * In development a module that is loaded anew, since you changed it, takes the place of the one before, which is closed.
 *
 * @param name Tells several of them in one process apart.
 * @example
 * // nectar.ts
 * export const nectar = oncePerProcess(() =>
 *   createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize }),
 * )
 */
export function oncePerProcess(create: () => NectarConnectServer, name = 'nectar'): NectarConnectServer {
  const shared = globalThis as Record<symbol, { current: NectarConnectServer } | undefined>
  const key = Symbol.for(`@nectar-connect/server/${name}`)
  const known = shared[key]
  const holder = known ?? { current: create() }
  shared[key] = holder
  if (known && isDevelopmentProcess()) {
    const before = known.current
    known.current = create()
    void before.close()
  }
  return new Proxy(holder.current, {
    get: (_first, property) => Reflect.get(holder.current, property),
  })
}
