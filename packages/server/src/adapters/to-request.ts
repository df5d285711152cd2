import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import type { NodeExchange, NodeRequest } from './answer-node.ts'
import { lostBody } from './lost-body.ts'

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
