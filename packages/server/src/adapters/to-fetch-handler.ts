import type { NectarConnect } from '../nectar-connect.ts'
import { readRuntime } from '../runtime.ts'

/** Seconds. A stream gives a sign of life every 15 s, and Bun hangs up after 10 s of silence. */
const BUN_IDLE_S = 60

/**
 * The handler for runtimes that speak `fetch`: Cloudflare Workers, Deno and Bun.
 *
 * It answers every path itself, so that it can be all there is, or be called for paths under the base path. On
 * Workers what goes on after the answer is kept alive with `waitUntil`, and pages ask for changes now and then.
 *
 * @example
 * export default { fetch: toFetchHandler(nectar) } // Cloudflare Workers
 * Deno.serve(toFetchHandler(nectar))
 * Bun.serve({ fetch: toFetchHandler(nectar) })
 */
export function toFetchHandler(
  nectar: Pick<NectarConnect, 'handler'>,
): (request: Request, ...rest: unknown[]) => Promise<Response> {
  // Workers: environment, execution context. Deno: information about the connection. Bun: the server.
  return (request, first, second) => {
    if (isBunServer(first)) first.timeout(request, BUN_IDLE_S)
    return nectar.handler(request, readRuntime(second))
  }
}

function isBunServer(value: unknown): value is { timeout(request: Request, seconds: number): void } {
  return (
    typeof value === 'object' && value !== null && 'timeout' in value && typeof value.timeout === 'function'
  )
}
