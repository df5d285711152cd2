import type { AddressInfo } from 'node:net'
import { type AuthorizeContext, createNectarConnect, type NectarConnectServer } from '@nectar-connect/server'
import { toExpressHandler } from '@nectar-connect/server/express'
import { toFastifyPlugin } from '@nectar-connect/server/fastify'
import { toHonoHandler } from '@nectar-connect/server/hono'
import { toNextHandlers } from '@nectar-connect/server/next'
import express, { type Request as ExpressRequest } from 'express'
import Fastify, { type FastifyRequest } from 'fastify'
import { type Context, Hono } from 'hono'
import { NextRequest } from 'next/server.js'
import { expect, onTestFinished, test } from 'vitest'

interface SignedIn {
  Variables: { user: string }
}

/** Who is signed in, in the terms of each framework: cast to its own type, as the docs say. */
function userOf(context: AuthorizeContext): string | undefined {
  if (context.adapter === 'express') return (context.req as ExpressRequest).get('x-user')
  if (context.adapter === 'fastify') return (context.request as FastifyRequest & { user?: string }).user
  if (context.adapter === 'hono') return (context.c as Context<SignedIn>).get('user')
  if (context.adapter === 'next') return (context.request as NextRequest).cookies.get('user')?.value
  return undefined
}

/** A server that remembers who asked, and knows nobody. */
function listening() {
  const users: (string | undefined)[] = []
  const nectar = createNectarConnect({
    apiKey: 'a-key-of-nobody',
    webhookSecret: [],
    authorize: (_request, context) => {
      users.push(userOf(context))
      return null
    },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  return { nectar, users }
}

const PATH = '/api/nectar/connections'

test('Express: what its request knows', async () => {
  const { nectar, users } = listening()
  const app = express()
  app.use((req, _res, next) => {
    req.headers['x-user'] = 'u-1'
    next()
  })
  app.use('/api/nectar', toExpressHandler(nectar))
  const server = app.listen(0)
  onTestFinished(() => void server.close())
  expect((await fetch(`http://localhost:${(server.address() as AddressInfo).port}${PATH}`)).status).toBe(401)
  expect(users).toEqual(['u-1'])
})

test('Fastify: what a hook put on the request', async () => {
  const { nectar, users } = listening()
  const app = Fastify()
  app.decorateRequest('user', '')
  app.addHook('onRequest', async (request) => {
    Object.assign(request, { user: 'u-1' })
  })
  app.register(toFastifyPlugin(nectar), { prefix: '/api/nectar' })
  expect((await app.inject(PATH)).statusCode).toBe(401)
  expect(users).toEqual(['u-1'])
})

test('Fastify: what the platform can do is passed on', async () => {
  const told: unknown[] = []
  const handler: NectarConnectServer['handler'] = async (_request, runtime) => {
    told.push(runtime)
    return new Response()
  }
  const app = Fastify()
  app.register(toFastifyPlugin({ handler }, { canStream: false }), { prefix: '/api/nectar' })
  expect((await app.inject(PATH)).statusCode).toBe(200)
  expect(told).toEqual([{ canStream: false }])
})

test('Hono: what a middleware set', async () => {
  const { nectar, users } = listening()
  const app = new Hono<SignedIn>()
  app.use(async (c, next) => {
    c.set('user', 'u-1')
    await next()
  })
  app.all('/api/nectar/*', toHonoHandler(nectar))
  expect((await app.request(PATH)).status).toBe(401)
  expect(users).toEqual(['u-1'])
})

test('Next.js: its own request', async () => {
  const { nectar, users } = listening()
  const request = new NextRequest(`http://localhost${PATH}`, { headers: { cookie: 'user=u-1' } })
  expect((await toNextHandlers(nectar).GET(request)).status).toBe(401)
  expect(users).toEqual(['u-1'])
})
