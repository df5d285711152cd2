import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import http2 from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { RuntimeCapabilities } from '../app/nectar-connect.ts'
import { toExpressHandler } from '../express.ts'
import { toNodeHandler } from '../node.ts'
import type { AuthorizeContext } from '../settings/authorization.ts'
import { deliver, SECRET, statusEvent } from '../testing/deliver.ts'
import { createHarness, invitationRequest, outcomeOf } from '../testing/harness.ts'
import { deferred, until } from '../testing/test-clock.ts'

const closings: (() => void)[] = []

afterEach(() => {
  for (const close of closings.splice(0)) close()
})

async function listen(server: Server | http2.Http2Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closings.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

/** A server with middleware in front of the handler. */
function serve(handle: (req: IncomingMessage, res: ServerResponse) => unknown, ...before: Middleware[]) {
  return listen(
    createServer((req, res) => {
      const run = ([first, ...rest]: Middleware[]): unknown =>
        first ? first(req, res, () => void run(rest)) : handle(req, res)
      run(before)
    }),
  )
}

const answering = (make: (request: Request) => Response | Promise<Response>) => ({
  handler: async (request: Request) => make(request),
})

/** What `on-headers` 1.0 makes of `writeHead`: it takes an array for pairs. */
const lastYearsOnHeaders: Middleware = (_req, res, next) => {
  const { writeHead } = res
  res.writeHead = ((status: number, headers?: unknown) => {
    if (Array.isArray(headers)) for (const [name, value] of headers) res.setHeader(name, value)
    return writeHead.call(res, status)
  }) as typeof res.writeHead
  next()
}

describe('the response is the host’s', () => {
  test('headers arrive through middleware that takes those of writeHead apart', async () => {
    const handle = toNodeHandler(
      answering(() => {
        const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
        headers.append('set-cookie', 'a=1')
        headers.append('set-cookie', 'b=2')
        return new Response('{}', { status: 201, headers })
      }),
    )
    const setsOne: Middleware = (_req, res, next) => {
      res.setHeader('set-cookie', 'host=1')
      next()
    }
    const response = await fetch(await serve(handle, lastYearsOnHeaders, setsOne))
    expect([response.status, await response.text()]).toEqual([201, '{}'])
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.getSetCookie()).toEqual(['host=1', 'a=1', 'b=2'])
    expect(response.headers.has('c')).toBe(false)
  })

  test.each([undefined, null, 0])('a write that returns %s does not ask to wait', async (returned) => {
    const pieces = Array.from({ length: 5 }, (_, index) => new TextEncoder().encode(`${index};`))
    const handle = toNodeHandler(
      answering(() => {
        const left = [...pieces]
        return new Response(
          new ReadableStream({
            pull(controller) {
              const piece = left.shift()
              if (piece) controller.enqueue(piece)
              else controller.close()
            },
          }),
        )
      }),
    )
    const logger: Middleware = (_req, res, next) => {
      const { write } = res
      res.write = ((chunk: Uint8Array) => {
        write.call(res, chunk, 'utf8')
        return returned
      }) as unknown as typeof res.write
      next()
    }
    expect(await (await fetch(await serve(handle, logger))).text()).toBe('0;1;2;3;4;')
  })

  test('an answer that a middleware gave first is left alone', async () => {
    const answered = deferred<void>()
    const canceled = deferred<void>()
    const handle = toNodeHandler(
      answering(async () => {
        await answered.promise
        return new Response(new ReadableStream({ cancel: () => canceled.resolve() }))
      }),
    )
    const runsOutOfTime: Middleware = (_req, res, next) => {
      next()
      res.statusCode = 503
      res.end('Took too long.', () => answered.resolve())
    }
    const response = await fetch(await serve(handle, runsOutOfTime))
    expect([response.status, await response.text()]).toEqual([503, 'Took too long.'])
    await canceled.promise
  })

  test('a client that left while middleware was at work is noticed', async () => {
    const seen = deferred<boolean>()
    const ended = deferred<void>()
    const handle = toNodeHandler(
      answering(({ signal }) => {
        seen.resolve(signal.aborted)
        return new Response('nobody reads this')
      }),
    )
    const slow: Middleware = (_req, res, next) => {
      res.once('close', () => setImmediate(next))
    }
    const url = new URL(
      await serve((req, res) => Promise.resolve(handle(req, res)).then(() => ended.resolve()), slow),
    )
    const socket = connect(Number(url.port), url.hostname)
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n', () => setImmediate(() => socket.destroy()))
    expect(await seen.promise).toBe(true)
    await ended.promise
  })
})

describe('the request is the host’s', () => {
  const headersSeen = async (change: (req: IncomingMessage) => void, path = '/') => {
    const seen = deferred<Headers>()
    const handle = toNodeHandler(
      answering(({ headers }) => {
        seen.resolve(headers)
        return new Response()
      }),
    )
    const url = await serve(handle, (req, _res, next) => {
      change(req)
      next()
    })
    const response = await fetch(url + path, { headers: { cookie: 'a=1', 'x-came': 'yes' } })
    return { status: response.status, headers: await seen.promise }
  }

  test('headers that a wrapper set without rawHeaders are seen', async () => {
    const { headers } = await headersSeen((req) => {
      req.rawHeaders = []
    })
    expect([headers.get('cookie'), headers.get('x-came')]).toEqual(['a=1', 'yes'])
  })

  test('what middleware changes in the headers is seen, and what no header can carry is left out', async () => {
    const { status, headers } = await headersSeen((req) => {
      delete req.headers['x-came']
      Object.assign(req.headers, {
        'x-user': 'u-1',
        'x-number': 7,
        'x-several': ['a', 'b'],
        'x-name': '電力',
        'x-object': { id: 1 },
        'x-nothing': undefined,
        'not a name': 'x',
      })
    })
    expect(status).toBe(200)
    const own = [...headers].filter(([name]) => name.startsWith('x-'))
    expect(own).toEqual([
      ['x-number', '7'],
      ['x-several', 'a, b'],
      ['x-user', 'u-1'],
    ])
  })

  test.each([
    ['node', toNodeHandler],
    ['express', toExpressHandler],
  ] as const)('"authorize" of %s is told the native request', async (adapter, toHandler) => {
    const contexts: AuthorizeContext[] = []
    const { nectar, session } = createHarness({
      authorize: (_request, context) => {
        contexts.push(context)
        return 'req' in context ? (context.req.user as typeof session.current) : null
      },
    })
    const signsIn: Middleware = (req, _res, next) => {
      Object.assign(req, { user: session.current })
      next()
    }
    const url = await serve(toHandler(nectar), signsIn)
    expect((await fetch(`${url}/api/nectar/connections`)).status).toBe(200)
    expect(contexts.map((context) => context.adapter)).toEqual([adapter])
  })
})

describe('after a parser', () => {
  const read: Middleware = async (req, _res, next) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    Object.assign(req, { seen: Buffer.concat(chunks) })
    next()
  }
  const seenIn = (req: object) => (req as { seen: Buffer }).seen
  const parse: Middleware = (req, _res, next) => {
    Object.assign(req, { body: JSON.parse(seenIn(req).toString()) })
    next()
  }
  const via = (harness: ReturnType<typeof createHarness>, url: string) => ({
    ...harness,
    get: (path: string, init?: RequestInit) => fetch(`${url}/api/nectar${path}`, init),
  })

  test.each([
    ['bytes', (seen: Buffer) => seen],
    ['text', (seen: Buffer) => seen.toString()],
  ])('what it kept as %s is what a signature is held against', async (_name, keep) => {
    const harness = createHarness({ webhookSecret: SECRET })
    const keeps: Middleware = (req, _res, next) => {
      Object.assign(req, { rawBody: keep(seenIn(req)) })
      next()
    }
    const url = await serve(toExpressHandler(harness.nectar), read, parse, keeps)
    const event = `${JSON.stringify(statusEvent('PENDING', '10:00:00'), null, 1)} `
    expect((await deliver(via(harness, url), event)).status).toBe(200)
  })

  test.each([
    ['Express', { app: () => {}, originalUrl: '/' }, {}, 'express.json({ verify: keepRawBody })'],
    ['Next.js', {}, { setDraftMode: () => {} }, 'export const config = { api: { bodyParser: false } }'],
    ['Node', {}, {}, 'keep the bytes in req.rawBody'],
  ])('an error names the remedy of %s', async (_name, onRequest, onResponse, remedy) => {
    const harness = createHarness({ webhookSecret: SECRET })
    const marks: Middleware = (req, res, next) => {
      Object.assign(req, 'app' in onRequest ? { ...onRequest, originalUrl: req.url } : {})
      Object.assign(res, onResponse)
      next()
    }
    const url = await serve(toNodeHandler(harness.nectar), read, parse, marks)
    const response = await deliver(via(harness, url), statusEvent('PENDING', '10:00:00'))
    expect(await outcomeOf(response)).toBe('503 not_configured')
    expect(harness.logText()).toContain(JSON.stringify(remedy).slice(1, -1))
  })

  const overHttp2 = async (prepare: (req: http2.Http2ServerRequest) => Promise<void>) => {
    const harness = createHarness({ webhookSecret: SECRET })
    const handle = toNodeHandler(harness.nectar)
    const server = http2.createServer(async (req, res) => {
      await prepare(req)
      await handle(req, res)
    })
    const session = http2.connect(await listen(server))
    closings.push(() => session.destroy())
    const stream = session.request({
      ':method': 'POST',
      ':path': '/api/nectar/invitations',
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    })
    stream.end(JSON.stringify(invitationRequest()))
    const status = deferred<unknown>()
    stream.once('response', (headers) => status.resolve(headers[':status']))
    let text = ''
    for await (const chunk of stream.setEncoding('utf8')) text += chunk
    return { status: await status.promise, body: JSON.parse(text), log: harness.logText() }
  }

  test('HTTP/2 without a length: a body that nothing read is read', async () => {
    // What parsers that look for a length leave.
    const { status, body } = await overHttp2(async (req) => void Object.assign(req, { body: {} }))
    expect([status, body]).toMatchObject([200, { status: 'ACTIVE' }])
  })

  test('HTTP/2 without a length: a body that was read is refused, with the way out', async () => {
    const { status, body, log } = await overHttp2(async (req) => {
      for await (const _chunk of req);
    })
    expect([status, body]).toMatchObject([503, { code: 'not_configured' }])
    expect(log).toContain('keep the bytes in req.rawBody')
  })
})

test('over HTTP/2 a stream sets no header of the connection, and a page that leaves it lets go of it', async () => {
  const harness = createHarness({ webhookSecret: SECRET })
  const handle = toNodeHandler(harness.nectar)
  const set: string[] = []
  const server = http2.createServer((req, res) => {
    const { setHeader } = res
    res.setHeader = (name, value) => {
      set.push(name)
      return setHeader.call(res, name, value)
    }
    return handle(req, res)
  })
  const session = http2.connect(await listen(server))
  closings.push(() => session.destroy())
  const stream = session.request({ ':path': '/api/nectar/changes' })
  const opened = deferred<void>()
  stream.once('data', () => opened.resolve())
  await opened.promise
  // HTTP/2 has none: Node warns of it.
  expect(set).toContain('content-type')
  expect(set).not.toContain('connection')
  expect(harness.clock.pending()).toBeGreaterThan(0)
  stream.close(http2.constants.NGHTTP2_CANCEL)
  await until(() => harness.clock.pending() === 0)
})

describe('what the platform can do', () => {
  const told = async (runtime?: RuntimeCapabilities, toHandler = toNodeHandler) => {
    const seen = deferred<RuntimeCapabilities | undefined>()
    const nectar = {
      handler: async (_request: Request, given?: RuntimeCapabilities) => {
        seen.resolve(given)
        return new Response()
      },
    }
    await fetch(await serve(toHandler(nectar, runtime)))
    return seen.promise
  }

  test.each([
    ['node', toNodeHandler],
    ['express', toExpressHandler as typeof toNodeHandler],
  ])('is passed on by %s', async (_name, toHandler) => {
    const runtime = { canStream: false, waitUntil: () => {} }
    expect(await told(runtime, toHandler)).toEqual(runtime)
  })

  test('on AWS Lambda nothing is streamed, unless the host says so', async () => {
    process.env.AWS_LAMBDA_FUNCTION_NAME = 'api'
    closings.push(() => {
      delete process.env.AWS_LAMBDA_FUNCTION_NAME
    })
    expect(await told()).toEqual({ canStream: false })
    expect(await told({ canStream: true })).toEqual({ canStream: true })
  })
})
