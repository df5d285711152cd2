import { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import process from 'node:process'
import { Readable } from 'node:stream'
import type { NectarConnectServer, RuntimeCapabilities } from '../app/nectar-connect.ts'
import { lostBody } from '../http/body.ts'
import type { AuthorizeContext } from '../settings/authorization.ts'
import { type ChunkSource, getChunkSource, readChunks } from '../streams/chunk-source.ts'

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
  const own = response.body === null ? undefined : getChunkSource(response.body)
  if (own && exchange.req.httpVersionMajor === 1) sendUnframed(res)
  writeHead(response, res)
  if (response.body === null) return null
  // It is told by itself, and streams are many: the less each holds the better.
  if (own) res.off('close', leave)
  return own ?? readChunks(response.body)
}

/** A stream of changes has the connection to itself, and says where it ends: framing each piece costs three writes for one. */
function sendUnframed(res: ServerResponse) {
  res.removeHeader('transfer-encoding')
  res.setHeader('connection', 'close')
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

/** What something in front of us may have put on a request. */
interface Handled {
  /** Express cuts the mount path off `url` and keeps the whole here. */
  originalUrl?: unknown
  body?: unknown
  rawBody?: unknown
}

type Arrived = Pick<NodeExchange, 'req' | 'payload' | 'remedy'>

/** The request as `fetch` knows it. @throws TypeError for a method that `fetch` does not know */
export function toRequest(arrived: Arrived, signal: AbortSignal): Request {
  const { req } = arrived
  const { method = 'GET' } = req
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(toUrl(req), {
    method,
    headers: toHeaders(req),
    signal,
    ...(hasBody ? { body: toReadableStream(arrived), duplex: 'half' } : {}),
  })
}

/** Read from where middleware changes them, and wrappers for functions set them: not from `rawHeaders`. */
function toHeaders(req: NodeRequest): Headers {
  const headers = new Headers()
  // Whatever they are said to be: middleware puts values of its own beside those that came.
  for (const [name, given] of Object.entries(req.headers as Record<string, unknown>)) {
    // HTTP/2 has some that are none.
    if (name.startsWith(':')) continue
    for (const value of [given].flat()) {
      if (typeof value === 'string' || typeof value === 'number') append(headers, name, String(value))
    }
  }
  return headers
}

function append(headers: Headers, name: string, value: string) {
  try {
    headers.append(name, value)
  } catch {
    // No client sent it: middleware set a value beyond what a header can carry. `authorize` finds it in the request.
  }
}

/** Host and scheme are never relied on. */
function toUrl(req: NodeRequest & Handled): string {
  const path = typeof req.originalUrl === 'string' ? req.originalUrl : (req.url ?? '/')
  return `http://localhost${path.startsWith('/') ? path : `/${path}`}`
}

/** The bytes as they came. Where something parsed them and kept none they are gone, which is an error once they are read. */
function toReadableStream({
  req,
  payload = req,
  remedy,
}: Arrived): ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> {
  const { body, rawBody } = req as Handled
  if (typeof rawBody === 'string') return new Uint8Array(Buffer.from(rawBody))
  const kept = [rawBody, body].find((value) => value instanceof Uint8Array)
  if (kept) return new Uint8Array(kept)
  // Whether there was a body shows in whether bytes were read: HTTP/2 needs no length, and parsers leave `{}` for none.
  if (payload.readableDidRead || isParsed(body)) return lostBody(remedy)
  return Readable.toWeb(payload) as ReadableStream<Uint8Array>
}

/** Wrappers for functions may bring what they parsed, and a stream in which nothing comes. */
function isParsed(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return typeof body === 'string' && body !== ''
  return Object.keys(body).length > 0
}

/** For Express, and what is built on it. */
export const EXPRESS_REMEDY =
  'Mount the handler first: app.use("/api/nectar", toExpressHandler(nectar)), then app.use(express.json()). Or let the parser keep them: express.json({ verify: keepRawBody }), from "@nectar-connect/server/express". In NestJS: NestFactory.create(AppModule, { rawBody: true }).'

const NEXT_REMEDY =
  'In Next.js, add to the file of the route: export const config = { api: { bodyParser: false } }.'

const NODE_REMEDY =
  'Call the handler before anything that reads the body, or let that keep the bytes in req.rawBody.'

/** What to change where a body was parsed before: each framework has its own way. */
export function remedyOf(req: object, res: object): string {
  // Only the API routes of the Pages router have it.
  if ('setDraftMode' in res) return NEXT_REMEDY
  if ('app' in req && 'originalUrl' in req) return EXPRESS_REMEDY
  return NODE_REMEDY
}
