import type { NectarConnectServer } from '../app/nectar-connect.ts'
import { isDevelopmentProcess } from '../settings/is-development-process.ts'

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
