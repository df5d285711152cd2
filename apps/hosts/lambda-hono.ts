import { toHonoHandler } from '@nectar-connect/server/hono'
import { Hono } from 'hono'
import { streamHandle } from 'hono/aws-lambda'
import { nectar } from './nectar.ts'

const app = new Hono()

// With `handle` in place of `streamHandle`, leave out `canStream`.
app.all('/api/nectar/*', toHonoHandler(nectar, { canStream: true }))

export const handler = streamHandle(app)
