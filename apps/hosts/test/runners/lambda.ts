import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { PassThrough, type Writable } from 'node:stream'

/**
 * Runs the `handler` of a module as AWS Lambda behind its gateway does: `node runners/lambda.ts <module>`. Each request
 * becomes an event of version 2.0, and each answer is sent when it is complete, unless it is streamed.
 */
interface Answer {
  statusCode: number
  headers?: Record<string, string>
  cookies?: string[]
  body?: string
  isBase64Encoded?: boolean
}
type Handler = (event: object, context: object) => Promise<Answer>
type StreamingHandler = (event: object, responseStream: Writable, context: object) => Promise<void>

/** Milliseconds that the gateway waits for an answer. */
const GATEWAY_MS = 29_000
const FUNCTION_NAME = 'connect'

const streaming = new WeakSet<object>()
const heads = new WeakMap<Writable, (answer: Answer) => void>()

Object.assign(globalThis, {
  awslambda: {
    streamifyResponse(handler: StreamingHandler) {
      streaming.add(handler)
      return handler
    },
    HttpResponseStream: {
      from(stream: Writable, answer: Answer) {
        heads.get(stream)?.(answer)
        return stream
      },
    },
  },
})
process.env.AWS_LAMBDA_FUNCTION_NAME = FUNCTION_NAME

const { handler } = (await import(path.resolve(process.argv[2] ?? ''))) as {
  handler: Handler | StreamingHandler
}
const isStreaming = (given: Handler | StreamingHandler): given is StreamingHandler => streaming.has(given)

createServer(async (req, res) => {
  const event = await toEvent(req)
  const context = { awsRequestId: crypto.randomUUID(), functionName: FUNCTION_NAME }
  if (isStreaming(handler)) await stream(handler, event, context, res)
  else await buffer(handler, event, context, res)
}).listen(process.env.PORT)

async function buffer(run: Handler, event: object, context: object, res: ServerResponse) {
  const waited = setTimeout(
    () => send(res, { statusCode: 504, body: '{"message":"Endpoint request timed out"}' }),
    GATEWAY_MS,
  )
  const answer = await run(event, context).catch((): Answer => ({ statusCode: 502 }))
  clearTimeout(waited)
  if (!res.headersSent) send(res, answer)
}

function send(res: ServerResponse, { body = '', isBase64Encoded = false, ...head }: Answer) {
  writeHead(res, head)
  res.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'))
}

/** A function is not told that the client has left: it writes on. */
async function stream(run: StreamingHandler, event: object, context: object, res: ServerResponse) {
  const responseStream = new PassThrough()
  heads.set(responseStream, (answer) => writeHead(res, answer))
  res.once('close', () => responseStream.resume())
  responseStream.pipe(res)
  await run(event, responseStream, context)
}

function writeHead(res: ServerResponse, { statusCode, headers = {}, cookies = [] }: Answer) {
  res.writeHead(statusCode, { ...headers, ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) })
}

async function toEvent(req: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const { pathname, search } = new URL(req.url ?? '/', 'http://localhost')
  const { cookie, 'transfer-encoding': _, ...headers } = req.headers
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie ? { cookies: cookie.split('; ') } : {}),
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      host: 'abc123.execute-api.eu-central-1.amazonaws.com',
    },
    requestContext: {
      domainName: 'abc123.execute-api.eu-central-1.amazonaws.com',
      http: { method: req.method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1' },
      requestId: crypto.randomUUID(),
      stage: '$default',
    },
    ...(body.length > 0 ? { body: body.toString('base64') } : {}),
    isBase64Encoded: body.length > 0,
  }
}
