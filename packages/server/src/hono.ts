import type { NectarConnectServer } from './app/nectar-connect.ts'
import { type RuntimeCapabilities, readRuntime } from './app/nectar-connect.ts'
import { lostBody } from './http/body.ts'
import type { NativeHonoContext } from './settings/authorization.ts'

/** As much of Hono's context as is needed. */
interface HonoContext {
  req: { raw: Request; bodyCache?: object }
  env: unknown
  /** Throws where the runtime has none. */
  readonly executionCtx: unknown
}

const REMEDY =
  'In Hono, mount the handler before whatever reads bodies: app.all("/api/nectar/*", toHonoHandler(nectar)) first. Or let that read c.req.raw.clone(), or c.req.text().'

/**
 * The handler for Hono, on any runtime that Hono runs on.
 *
 * Mount it at the base path, for every method and every path below it. `authorize` finds Hono's context in `context.c`.
 *
 * @param runtime What the runtime can do, where it does not show. On AWS Lambda nothing is streamed unless you pass
 *   `{ canStream: true }`, since only `streamHandle` can.
 * @example
 * import { Hono } from 'hono'
 *
 * const app = new Hono()
 * app.all('/api/nectar/*', toHonoHandler(nectar))
 */
export function toHonoHandler(
  nectar: Pick<NectarConnectServer, 'handler'>,
  runtime: RuntimeCapabilities = {},
): (context: HonoContext) => Promise<Response> {
  return async (c) =>
    nectar.handler(
      await toUnreadRequest(c.req),
      { ...findRuntime(c), ...runtime },
      { adapter: 'hono', c: c as HonoContext & NativeHonoContext },
    )
}

/** Hono keeps what a middleware read. JSON that it parsed is not good enough: a signature is made over the bytes. */
async function toUnreadRequest({ raw, bodyCache = {} }: HonoContext['req']): Promise<Request> {
  if (!raw.bodyUsed) return raw
  const { arrayBuffer, blob, text } = bodyCache as Record<string, Promise<ArrayBuffer | Blob | string>>
  const body = (await (arrayBuffer ?? blob ?? text)) ?? lostBody(REMEDY)
  const { url, method, headers, signal } = raw
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
}

function findRuntime(c: HonoContext): RuntimeCapabilities {
  const { env } = c
  const isObject = typeof env === 'object' && env !== null
  // `hono/netlify` passes its context here.
  const runtime = readRuntime(executionContextOf(c), isObject && 'context' in env ? env.context : undefined)
  // A function that is called with an event (`hono/aws-lambda`, `hono/lambda-edge`) answers when it is done.
  const isEvent = isObject && 'event' in env && typeof env.event === 'object'
  return isEvent ? { ...runtime, canStream: false } : runtime
}

function executionContextOf(context: HonoContext): unknown {
  try {
    return context.executionCtx
  } catch {
    return undefined
  }
}
