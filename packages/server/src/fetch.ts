import type { NectarConnectServer } from './app/nectar-connect.ts'
import { type RuntimeCapabilities, readRuntime } from './app/nectar-connect.ts'

/** Seconds. A stream gives a sign of life every 15 s, and Bun hangs up after 10 s of silence. */
const BUN_IDLE_S = 60

/**
 * The handler for runtimes that speak `fetch`: Cloudflare Workers, Deno, Bun, and the functions of Netlify and Vercel.
 *
 * It answers every path itself, so that it can be all there is, or be called for paths under the base path. Where the
 * runtime passes a `waitUntil`, what goes on after the answer is kept alive with it, and pages ask for changes now and
 * then. `authorize` finds what the runtime passes in `context.given`.
 *
 * @param runtime What the runtime can do, where it does not show. Pass `{ canStream: true }` for functions that have a
 *   `waitUntil` and may still answer for minutes, and `{ canStream: false }` for others that may not.
 * @example
 * export default { fetch: toFetchHandler(nectar) } // Cloudflare Workers
 * Deno.serve(toFetchHandler(nectar))
 * Bun.serve({ fetch: toFetchHandler(nectar) })
 */
export function toFetchHandler(
  nectar: Pick<NectarConnectServer, 'handler'>,
  runtime: RuntimeCapabilities = {},
): (request: Request, ...rest: unknown[]) => Promise<Response> {
  // Workers: environment, execution context. Netlify and Vercel: a context. Deno: the connection. Bun: the server.
  return (request, ...given) => {
    const [first, second] = given
    if (isBunServer(first)) first.timeout(request, BUN_IDLE_S)
    return nectar.handler(request, { ...readRuntime(first, second), ...runtime }, { adapter: 'fetch', given })
  }
}

function isBunServer(value: unknown): value is { timeout(request: Request, seconds: number): void } {
  return (
    typeof value === 'object' && value !== null && 'timeout' in value && typeof value.timeout === 'function'
  )
}
