import { toHonoHandler } from '@nectar-connect/server/hono'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { nectar } from './nectar.ts'

const app = new Hono().basePath('/v1')

app.use(async (context, next) => {
  await next()
  context.header('set-cookie', 'first=1', { append: true })
  context.header('set-cookie', 'second=2', { append: true })
})
app.all('/connect/*', toHonoHandler(nectar))

export const handler = handle(app)
