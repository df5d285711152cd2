import { serve } from '@hono/node-server'
import { toHonoHandler } from '@nectar-connect/server/hono'
import { Hono } from 'hono'
import { nectar } from './nectar.ts'

const app = new Hono()
app.all('/api/nectar/*', toHonoHandler(nectar))

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) })

process.once('SIGTERM', async () => {
  server.close()
  await nectar.close()
  process.exit(0)
})
