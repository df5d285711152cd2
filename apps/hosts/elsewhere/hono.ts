import { serve } from '@hono/node-server'
import { toHonoHandler } from '@nectar-connect/server/hono'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { nectar } from './nectar.ts'

const app = new Hono().basePath('/v1')

app.use(etag(), compress())
app.use(async (context, next) => {
  await next()
  context.header('set-cookie', 'first=1', { append: true })
  context.header('set-cookie', 'second=2', { append: true })
})
app.all('/connect/*', toHonoHandler(nectar))

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) })
