import { createServer } from 'node:http'
import { toNodeHandler } from '@nectar-connect/server/node'
import { nectar } from './nectar.ts'

const server = createServer(toNodeHandler(nectar)).listen(process.env.PORT ?? 3000)

process.once('SIGTERM', async () => {
  server.close() // No new connections.
  await nectar.close() // What is under way, and a goodbye to every open page.
  process.exit(0)
})
