import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { NectarConnect } from '../nectar-connect.ts'
import { NectarConnectError } from '../nectar-connect-error.ts'

/**
 * The handler as Node's `http`, Express, Connect and Fastify (raw) know it.
 *
 * Mount it in front of anything that parses bodies: webhook signatures are made over the bytes as they came.
 *
 * @example
 * app.use('/api/nectar', toNodeHandler(nectar)) // before app.use(express.json())
 */
export function toNodeHandler(
  nectar: Pick<NectarConnect, 'handler'>,
): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    answer(nectar, req, res).catch(() => {
      if (res.headersSent) return res.destroy()
      // Node let something through that is no request to fetch, such as TRACE.
      res.statusCode = 400
      return res.end()
    })
  }
}

async function answer(nectar: Pick<NectarConnect, 'handler'>, req: IncomingMessage, res: ServerResponse) {
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const response = await nectar.handler(toRequest(req, gone.signal))
  if (res.destroyed) return
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  if (response.body !== null) await write(response.body, res)
  res.end()
}

/** Piece by piece, as fast as the client takes them. */
async function write(body: ReadableStream<Uint8Array>, res: ServerResponse) {
  const reader = body.getReader()
  // A client that leaves cancels the body, which ends the reading.
  res.once('close', () => {
    wake()
    reader.cancel().catch(() => {})
  })
  let wake = () => {}
  res.on('drain', () => wake())
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (res.write(piece.value) || res.destroyed) continue
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

function toRequest(req: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET' } = req
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headersDistinct)) {
    if (name.startsWith(':')) continue
    for (const item of value ?? []) headers.append(name, item)
  }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(toUrl(req), {
    method,
    headers,
    signal,
    ...(hasBody ? { body: toBody(req), duplex: 'half' } : {}),
  })
}

/** Express cuts the mount path off `url` and keeps the whole in `originalUrl`. Host and scheme are never relied on. */
function toUrl(req: IncomingMessage & { originalUrl?: unknown }): string {
  const path = typeof req.originalUrl === 'string' ? req.originalUrl : (req.url ?? '/')
  return `http://localhost${path.startsWith('/') ? path : `/${path}`}`
}

/** The bytes as they come. Of a body that something parsed before they are gone, which is an error once it is read. */
function toBody(req: IncomingMessage & { body?: unknown }): ReadableStream<Uint8Array> {
  const hasContent =
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  if (hasContent && (req.readableDidRead || req.body !== undefined)) {
    return new ReadableStream({
      pull(controller) {
        controller.error(
          new NectarConnectError('not_configured', {
            message:
              'Something parsed the request before it got here. Mount the handler first: app.use("/api/nectar", toNodeHandler(nectar)), then app.use(express.json()).',
          }),
        )
      },
    })
  }
  return Readable.toWeb(req) as ReadableStream<Uint8Array>
}
