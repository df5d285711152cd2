import { createServer } from 'node:http'
import { toNodeHandler } from '@nectar-connect/server/node'
import { nectar } from './nectar.ts'

const handleNectar = toNodeHandler(nectar)

createServer((req, res) => {
  if (req.url?.startsWith('/api/nectar/')) return handleNectar(req, res)
  res.end('Your own pages.')
}).listen(process.env.PORT ?? 3000)
