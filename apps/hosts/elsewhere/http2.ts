import { createServer } from 'node:http2'
import { toNodeHandler } from '@nectar-connect/server/node'
import { nectar } from './nectar.ts'

const handleNectar = toNodeHandler(nectar)

// Without TLS, as behind a proxy.
createServer((req, res) => {
  res.setHeader('set-cookie', ['first=1', 'second=2'])
  return handleNectar(req, res)
}).listen(process.env.PORT ?? 3000)
