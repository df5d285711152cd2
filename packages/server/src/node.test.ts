import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { toNodeHandler } from './node.ts'
import { deliver, SECRET, statusEvent } from './testing/deliver.ts'
import { createHarness, invitationRequest } from './testing/harness.ts'
import { readEvents } from './testing/read-events.ts'
import { deferred, until } from './testing/test-clock.ts'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function serve(listener: (req: IncomingMessage, res: ServerResponse) => void): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const echo = {
  handler: async (received: Request) =>
    Response.json({
      method: received.method,
      path: new URL(received.url).pathname,
      cookie: received.headers.get('cookie'),
      bytes: [...new Uint8Array(await received.arrayBuffer())],
    }),
}

test('bytes, method, path and headers arrive as they were sent', async () => {
  const url = await serve(toNodeHandler(echo))
  const bytes = [0, 255, 13, 10, 123, 32, 125]
  const response = await fetch(`${url}/api/nectar/webhooks?x=1`, {
    method: 'POST',
    headers: { cookie: 'a=1; b=2' },
    body: new Uint8Array(bytes),
  })
  expect(await response.json()).toEqual({
    method: 'POST',
    path: '/api/nectar/webhooks',
    cookie: 'a=1; b=2',
    bytes,
  })
})

test('a mount path that a framework cut off is put back', async () => {
  const handler = toNodeHandler(echo)
  const url = await serve((req, res) => {
    Object.assign(req, { originalUrl: req.url, url: '/health' })
    return handler(req, res)
  })
  expect(await (await fetch(`${url}/api/nectar/health`)).json()).toMatchObject({ path: '/api/nectar/health' })
})

test('a stream of changes has its connection to itself and is not framed; other answers are as they were', async () => {
  const { nectar } = createHarness()
  const url = await serve(toNodeHandler(nectar))
  const read = async (path: string) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(`GET /api/nectar${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
    let text = ''
    for await (const bytes of socket) {
      text += String(bytes)
      if (/\n\n|\}/.test(text)) break
    }
    return text.toLowerCase().split('\r\n\r\n')
  }
  const [head = '', body = ''] = await read('/changes')
  expect(head).toContain('\r\nconnection: close')
  expect(head).not.toContain('transfer-encoding')
  expect(body).toMatch(/^id: /)
  expect((await read('/health'))[0]).toContain('connection: keep-alive')
})

test('a connection that was kept alive ends with the stream, and not before its last word', async () => {
  const { nectar } = createHarness()
  const url = await serve(toNodeHandler(nectar))
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const ended = deferred<void>()
  let text = ''
  socket.on('data', (bytes) => {
    text += String(bytes)
  })
  socket.once('end', () => ended.resolve())
  const ask = (path: string) => socket.write(`GET /api/nectar${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
  ask('/health')
  await until(() => text.includes('"ok"'))
  ask('/changes')
  await until(() => text.includes('event: ready'))
  await nectar.close()
  await ended.promise
  expect(text).toMatch(/event: end\ndata: \{"reason":"shutdown"\}\n\n$/)
})

test('a proxy that keeps its connections alive hands a stream on, and does not use its connection again', async () => {
  const { nectar } = createHarness()
  const target = await serve(toNodeHandler(nectar))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const reused: boolean[] = []
  const proxy = await serve((req, res) => {
    const { method = 'GET', headers, url = '' } = req
    const forwarded = request(`${target}${url}`, { method, headers, agent }, (answer) => {
      reused.push(forwarded.reusedSocket)
      const { connection: _, ...kept } = answer.headers
      res.writeHead(answer.statusCode ?? 502, kept)
      answer.pipe(res)
      res.once('close', () => answer.destroy())
    })
    req.pipe(forwarded)
  })
  const health = async () => (await fetch(`${proxy}/api/nectar/health`)).json()
  expect(await health()).toMatchObject({ status: 'ok' })
  const left = new AbortController()
  const response = await fetch(`${proxy}/api/nectar/changes`, { signal: left.signal })
  const { value } = (await response.body?.getReader().read()) ?? {}
  expect(new TextDecoder().decode(value)).toContain('event: ready')
  left.abort()
  // One connection at a time: the next request waits until that of the stream is gone.
  expect(await health()).toMatchObject({ status: 'ok' })
  expect(reused).toEqual([false, true, false])
  agent.destroy()
})

test('the whole works: an invitation, a problem, HEAD', async () => {
  const { nectar } = createHarness()
  const url = `${await serve(toNodeHandler(nectar))}/api/nectar`
  const created = await fetch(`${url}/invitations`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify(invitationRequest()),
  })
  expect([created.status, await created.json()]).toMatchObject([200, { status: 'ACTIVE' }])
  expect((await fetch(`${url}/nothing`)).status).toBe(404)
  const head = await fetch(`${url}/health`, { method: 'HEAD' })
  expect([head.status, head.headers.get('nectar-connect-protocol'), await head.text()]).toEqual([
    200,
    '1.0',
    '',
  ])
})

test('the response is streamed, and a reader that leaves ends it', async () => {
  const canceled = deferred<void>()
  let signal: AbortSignal | null = null
  const url = await serve(
    toNodeHandler({
      handler: async (received) => {
        signal = received.signal
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
          cancel: () => canceled.resolve(),
        })
        return new Response(body, { status: 202, headers: { 'set-cookie': 'a=1' } })
      },
    }),
  )
  const leave = new AbortController()
  const response = await fetch(url, { signal: leave.signal })
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
  expect([response.status, response.headers.get('set-cookie')]).toEqual([202, 'a=1'])
  leave.abort()
  await canceled.promise
  await until(() => signal?.aborted === true)
})

test('changes are streamed as they happen, and a page that leaves lets go of its stream', async () => {
  const harness = createHarness({ webhookSecret: SECRET })
  const url = await serve(toNodeHandler(harness.nectar))
  const viaHttp = {
    ...harness,
    get: (path: string, init?: RequestInit) => fetch(`${url}/api/nectar${path}`, init),
  }
  const gone = new AbortController()
  const reader = readEvents(await viaHttp.get('/changes', { signal: gone.signal }))
  expect(await reader.next()).toMatchObject({ event: 'ready' })
  for (const [index, status] of ['PENDING', 'CONNECTED'].entries()) {
    expect((await deliver(viaHttp, statusEvent(status, `10:00:0${index}`))).status).toBe(200)
    expect((await reader.change()).to).toBe(status)
  }
  expect(harness.clock.pending()).toBeGreaterThan(0)
  gone.abort()
  await until(() => harness.clock.pending() === 0)
})

test('a webhook that something parsed before is refused with the fix, and comes again', async () => {
  const harness = createHarness({ webhookSecret: SECRET })
  const handler = toNodeHandler(harness.nectar)
  const url = await serve((req, res) => {
    Object.assign(req, { body: { type: 'connection.updated.v2' } })
    return handler(req, res)
  })
  const viaHttp = {
    ...harness,
    get: (path: string, init?: RequestInit) => fetch(`${url}/api/nectar${path}`, init),
  }
  const response = await deliver(viaHttp, statusEvent('PENDING', '10:00:00'))
  expect(response.status).toBe(503)
  expect(harness.logText()).toContain('keep the bytes in req.rawBody')
})

test('a client that leaves before the answer is noticed', async () => {
  const seen = deferred<Request>()
  const url = await serve(
    toNodeHandler({
      handler: (received) => {
        seen.resolve(received)
        return new Promise(() => {})
      },
    }),
  )
  const leave = new AbortController()
  const call = fetch(url, { signal: leave.signal }).catch(() => 'left')
  const received = await seen.promise
  leave.abort()
  expect(await call).toBe('left')
  await new Promise<void>((resolve) => {
    if (received.signal.aborted) resolve()
    else received.signal.addEventListener('abort', () => resolve())
  })
})

test.each(['kept in req.body', 'only read'])(
  'a body that was parsed before (%s) is refused, with the way out',
  async (how) => {
    const { nectar, logText, fake } = createHarness()
    const handler = toNodeHandler(nectar)
    const url = await serve(async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk)
      if (how === 'kept in req.body')
        Object.assign(req, { body: JSON.parse(Buffer.concat(chunks).toString()) })
      return handler(req, res)
    })
    const response = await fetch(`${url}/api/nectar/invitations`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify(invitationRequest()),
    })
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'not_configured' }])
    expect(logText()).toContain('bytes are gone. Call the handler before anything that reads the body')
    expect(fake.requests).toEqual([])
  },
)

test('a parser that leaves an empty object for no body is no obstacle', async () => {
  const { nectar } = createHarness()
  const handler = toNodeHandler(nectar)
  const url = await serve((req, res) => handler(Object.assign(req, { body: {} }), res))
  expect((await fetch(`${url}/api/nectar/health`)).status).toBe(200)
  const revoke = await fetch(`${url}/api/nectar/invitations/${invitationRequest().idempotencyKey}/revoke`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(revoke.status).toBe(404)
})

test('a method that fetch does not know is refused', async () => {
  const url = await serve(toNodeHandler(echo))
  const status = await new Promise((resolve, reject) => {
    const call = request(url, { method: 'TRACE' }, (res) => {
      res.resume()
      resolve(res.statusCode)
    })
    call.on('error', reject)
    call.end()
  })
  expect(status).toBe(400)
})
