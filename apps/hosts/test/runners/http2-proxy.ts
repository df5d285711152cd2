import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import http2 from 'node:http2'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { freePort } from '@nectar-connect/test-kit/free-port'

/** Runs a host that speaks HTTP/2 behind a proxy that speaks HTTP/1.1 to its clients: `node runners/http2-proxy.ts <module>`. */
const { PORT } = process.env
const inner = await freePort()
process.env.PORT = String(inner)
await import(path.resolve(process.argv[2] ?? ''))
const session = http2.connect(`http://localhost:${inner}`)

createServer(forward).listen(PORT)

function forward(req: IncomingMessage, res: ServerResponse) {
  // What is about the connection is not passed on, and neither is the length: HTTP/2 needs none.
  const {
    connection,
    host,
    'transfer-encoding': _encoding,
    'content-length': _length,
    'keep-alive': _,
    ...headers
  } = req.headers
  const stream = session.request({
    ...headers,
    ':method': req.method,
    ':path': req.url,
    ':authority': host,
  })
  stream.once('response', (head) => {
    const fields = Object.entries(head).filter(([name]) => !name.startsWith(':'))
    res.writeHead(head[':status'] ?? 502, Object.fromEntries(fields))
    pipeline(stream, res, () => {})
  })
  stream.once('error', () => res.destroy())
  res.once('close', () => stream.close(http2.constants.NGHTTP2_CANCEL))
  pipeline(req, stream, () => {})
}
