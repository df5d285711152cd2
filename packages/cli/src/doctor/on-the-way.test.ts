import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { examine } from '../testing/examine.ts'
import {
  type CliBench,
  COMPANY_ID,
  COOKIE,
  listen,
  SECRET,
  startCliBench,
} from '../testing/host-and-nectar.ts'

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** A proxy in front of the host, which does something to what passes through it. */
async function proxy(
  bench: CliBench,
  through: {
    request?: (body: string) => string
    answer?: (upstream: Response, res: ServerResponse) => Promise<void>
  },
): Promise<string> {
  const forward = async (req: IncomingMessage, res: ServerResponse) => {
    const gone = new AbortController()
    res.on('close', () => gone.abort())
    const body = await bytesOf(req)
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = req.headers
    const upstream = await fetch(`${bench.host}${req.url}`, {
      method: req.method ?? 'GET',
      headers: headers as Record<string, string>,
      signal: gone.signal,
      ...(body === '' ? {} : { body: through.request?.(body) ?? body }),
    })
    for (const [name, value] of upstream.headers) res.setHeader(name, value)
    if (through.answer) return through.answer(upstream, res)
    res.writeHead(upstream.status).end(Buffer.from(await upstream.arrayBuffer()))
  }
  const { origin, close } = await listen((req, res) => {
    forward(req, res).catch(() => res.destroy())
  })
  onTestFinished(close)
  return `${origin}/api/nectar`
}

/** The handler at that address, as somebody sees it who is signed in. */
function examineAt(url: string) {
  const args = ['--url', url, '--company', COMPANY_ID, '--header', `Cookie: ${COOKIE}`]
  return examine(args, { NECTAR_WEBHOOK_SECRET: SECRET }, { streamLimitMs: 300 })
}

test('a proxy that passes everything on as it comes', async () => {
  const bench = await startCliBench()
  const url = await proxy(bench, {
    async answer({ status, body }, res) {
      res.writeHead(status)
      for await (const bytes of body ?? []) res.write(bytes)
      res.end()
    },
  })
  expect((await examineAt(url)).wrongs).toEqual([])
})

test('a proxy that collects the stream before it passes it on', async () => {
  const { wrongs, find } = await examineAt(await proxy(await startCliBench(), {}))
  expect(wrongs).toEqual(['stream'])
  expect(find('stream')).toMatchObject({
    what: 'No event came within 0.3 s.',
    why: expect.stringContaining('collects'),
    fix: expect.stringContaining('proxy_buffering off'),
  })
})

test('a proxy that cuts the stream off before its first event', async () => {
  const bench = await startCliBench()
  const url = await proxy(bench, {
    async answer({ status, headers, body }, res) {
      res.writeHead(status)
      if (!headers.get('content-type')?.startsWith('text/event-stream')) {
        for await (const bytes of body ?? []) res.write(bytes)
      }
      res.end()
    },
  })
  const { wrongs, find } = await examineAt(url)
  expect(wrongs).toEqual(['stream'])
  expect(find('stream')).toMatchObject({ what: 'It ended before its first event.' })
})

test('a proxy that writes bodies anew', async () => {
  const url = await proxy(await startCliBench(), {
    request: (body) => JSON.stringify(JSON.parse(body)),
    async answer({ status, body }, res) {
      res.writeHead(status)
      for await (const bytes of body ?? []) res.write(bytes)
      res.end()
    },
  })
  const { wrongs, find } = await examineAt(url)
  expect(wrongs).toEqual(['right-signature'])
  expect(find('right-signature')).toMatchObject({ why: expect.stringContaining('writes it anew') })
})

test('a parser of bodies in front of the handler', async () => {
  // As express.json() leaves a request behind: read, with the object in its place.
  const bench = await startCliBench({
    meddle(req) {
      if (req.method === 'POST') Object.assign(req, { body: { type: 'parsed' } })
      return false
    },
  })
  const { wrongs, find } = await examineAt(bench.url)
  expect(wrongs).toEqual(['wrong-signature', 'right-signature'])
  expect(find('right-signature')).toMatchObject({ why: expect.stringContaining('parsed the body before') })
})

test('a server that takes every webhook for good', async () => {
  const bench = await startCliBench({
    meddle(req, res) {
      if (req.url !== '/api/nectar/webhooks') return false
      res.writeHead(200).end('{}')
      return true
    },
  })
  const { wrongs, find } = await examineAt(bench.url)
  expect(wrongs).toEqual(['wrong-signature'])
  expect(find('wrong-signature')).toMatchObject({ what: 'It is accepted.' })
})
