import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import process from 'node:process'
import type { Readable } from 'node:stream'
import type { NectarConnectServer } from '../app/nectar-connect.ts'
import type { RuntimeCapabilities } from '../app/runtime.ts'
import { type ChunkSource, getChunkSource, readChunks } from '../streams/chunk-source.ts'
import type { AuthorizeContext } from './authorize-context.ts'
import { toRequest } from './to-request.ts'

/** A request of Node's `http` or `http2`, with whatever the host's middleware made of it. */
export type NodeRequest = IncomingMessage | Http2ServerRequest
export type NodeResponse = ServerResponse | Http2ServerResponse

/** A request of Node, as an adapter passes it on. */
export interface NodeExchange {
  req: NodeRequest
  res: NodeResponse
  runtime: RuntimeCapabilities
  context: AuthorizeContext
  /** Where the body is read from, where that is not the request itself. */
  payload?: Readable | undefined
  /** What to change where the body was parsed before, in whole sentences. */
  remedy: string
}

/** Answers one request of Node. Never rejects. */
export async function answerNode(
  nectar: Pick<NectarConnectServer, 'handler'>,
  exchange: NodeExchange,
): Promise<void> {
  // The response of HTTP/2 is made to be used like that of HTTP/1.
  const res = exchange.res as ServerResponse
  try {
    const pieces = await begin(nectar, exchange, res)
    if (pieces === 'answered') return
    if (pieces) await write(pieces, res)
    res.end()
  } catch {
    if (res.headersSent) res.destroy()
    else {
      // Node let something through that is no request to fetch, such as TRACE.
      res.statusCode = 400
      res.end()
    }
  }
}

/** Writes the head. @returns what is to follow; nothing else of request and response is held while it does. */
async function begin(
  nectar: Pick<NectarConnectServer, 'handler'>,
  exchange: NodeExchange,
  res: ServerResponse,
): Promise<ChunkSource | 'answered' | null> {
  const gone = new AbortController()
  const leave = () => gone.abort()
  if (isClosed(res)) leave()
  res.once('close', leave)
  const runtime = { ...runtimeOfProcess(), ...exchange.runtime }
  const response = await nectar.handler(toRequest(exchange, gone.signal), runtime, exchange.context)
  // Who asked has left, or a middleware that watches the time has answered.
  if (gone.signal.aborted || res.headersSent) {
    await response.body?.cancel()
    return 'answered'
  }
  writeHead(response, res)
  if (response.body === null) return null
  const own = getChunkSource(response.body)
  // It is told by itself, and streams are many: the less each holds the better.
  if (own) res.off('close', leave)
  return own ?? readChunks(response.body)
}

/** One header at a time: middleware that wraps `writeHead` takes headers there in forms of its own. */
function writeHead({ status, headers }: Response, res: ServerResponse) {
  for (const [name, value] of headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = headers.getSetCookie()
  const before = [res.getHeader('set-cookie') ?? []].flat().map(String)
  if (cookies.length > 0) res.setHeader('set-cookie', [...before, ...cookies])
  res.writeHead(status)
}

/** Piece by piece, as fast as the client takes them. */
async function write(pieces: ChunkSource, res: ServerResponse) {
  let isGone = false
  let wake = () => {}
  res.on('drain', () => wake())
  res.once('close', () => {
    isGone = true
    wake()
    pieces.cancel()
  })
  pieces.onBroken = () => res.destroy()
  for (let bytes = await pieces.next(); bytes !== null; bytes = await pieces.next()) {
    // A middleware's `write` may return nothing: only `false` asks to wait.
    if (res.write(bytes) !== false || isGone) continue
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

/** Whether the client left while middleware was at work. */
function isClosed(res: ServerResponse & { stream?: { destroyed: boolean } }): boolean {
  // Of HTTP/2, only the stream says so.
  return res.destroyed || res.stream?.destroyed === true
}

/** Wrappers for AWS Lambda wait for the end of an answer, and the gateway waits for 29 seconds. */
function runtimeOfProcess(): RuntimeCapabilities {
  return process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? {} : { canStream: false }
}
