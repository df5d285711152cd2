import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { NectarConnect } from '../nectar-connect.ts'
import { NectarConnectError } from '../nectar-connect-error.ts'
import { type Pieces, piecesOf, readPieces } from '../streams/pieces.ts'

/**
 * The handler as Node's `http` and everything built on it knows it.
 *
 * Mount it in front of anything that parses bodies: webhook signatures are made over the bytes as they came. A parser that
 * keeps them in `req.rawBody`, or as bytes in `req.body`, is no obstacle.
 *
 * @example
 * import { createServer } from 'node:http'
 *
 * createServer(toNodeHandler(nectar)).listen(3000)
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
  const body = await begin(nectar, req, res)
  if (body) await write(body, res)
  res.end()
}

/** Writes the head. @returns what is to follow; nothing else of request and response is held while it does. */
async function begin(nectar: Pick<NectarConnect, 'handler'>, req: IncomingMessage, res: ServerResponse) {
  const gone = new AbortController()
  const leave = () => gone.abort()
  res.once('close', leave)
  const { status, headers, body } = await nectar.handler(toRequest(req, gone.signal))
  if (res.destroyed) return body?.cancel()
  res.writeHead(status, [...headers].flat())
  if (body === null) return null
  const own = piecesOf(body)
  // It is told by itself, and streams are many: the less each holds the better.
  if (own) res.off('close', leave)
  return own ?? readPieces(body)
}

/** Piece by piece, as fast as the client takes them. */
async function write(pieces: Pieces, res: ServerResponse) {
  let wake = () => {}
  const onWake = () => wake()
  res.on('drain', onWake)
  res.once('close', () => {
    onWake()
    pieces.cancel()
  })
  pieces.onBroken = () => res.destroy()
  for (let bytes = await pieces.next(); bytes !== null; bytes = await pieces.next()) {
    if (res.write(bytes) || res.destroyed) continue
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

function toRequest(req: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', rawHeaders } = req
  const headers = new Headers()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    // HTTP/2 has some of its own.
    if (!name.startsWith(':')) headers.append(name, value)
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

/** Something in front of us may have read the body, and may have kept it. */
type ReadBefore = IncomingMessage & { body?: unknown; rawBody?: unknown }

/** The bytes as they came. Where something parsed them and kept none they are gone, which is an error once they are read. */
function toBody(req: ReadBefore): ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> {
  const hasContent =
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  if (hasContent && (req.readableDidRead || req.body !== undefined)) {
    const kept = [req.rawBody, req.body].find((value) => value instanceof Uint8Array)
    if (kept) return new Uint8Array(kept)
    return new ReadableStream({
      pull(controller) {
        controller.error(
          new NectarConnectError('not_configured', {
            message:
              'Something parsed the request before it got here, and its bytes are gone. Mount the handler first: app.use("/api/nectar", toExpressHandler(nectar)), then app.use(express.json()). Or let the parser keep them: express.json({ verify: keepRawBody }), from "@nectar-connect/server/express".',
          }),
        )
      },
    })
  }
  return Readable.toWeb(req) as ReadableStream<Uint8Array>
}
