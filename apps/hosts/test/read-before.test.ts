import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { serve } from '@hono/node-server'
import { createNectarConnect, type NectarConnectServer } from '@nectar-connect/server'
import { toFastifyPlugin } from '@nectar-connect/server/fastify'
import { toHonoHandler } from '@nectar-connect/server/hono'
import Fastify, { type preParsingHookHandler } from 'fastify'
import { type Context, Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { getSession } from '../session.ts'
import { invitationRequest } from './cases.ts'
import { hostOf } from './host.ts'
import { type Nectar, startNectar, visit } from './nectar.ts'

let api: Nectar

beforeAll(async () => {
  api = await startNectar()
})
afterAll(() => api.close())

/** Listens with a host in this process. @returns its port */
type Listen = (nectar: NectarConnectServer) => Promise<number>

/** What an invitation and a webhook are answered, and what is logged meanwhile. */
async function ask(listen: Listen) {
  const { NECTAR_API_KEY: apiKey, NECTAR_WEBHOOK_SECRET: webhookSecret, NECTAR_ORIGIN: origin = '' } = api.env
  let log = ''
  const write = (message: string) => {
    log += `${message}\n`
  }
  const nectar = createNectarConnect({
    apiKey,
    webhookSecret,
    authorize: getSession,
    nectar: { sandbox: origin },
    logger: { debug() {}, info() {}, warn: write, error: write },
  })
  const port = await listen(nectar)
  const running = { origin: `http://localhost:${port}`, output: () => log, close: nectar.close }
  const host = hostOf(async () => running, { name: 'in this process' })
  const { post, deliver, connectionId } = await visit(host, running, api)
  const event = await api.eventOf(connectionId, 'ISSUE')
  const answers = [
    await post('/invitations', invitationRequest()),
    await deliver(JSON.stringify(event, null, 1)),
  ]
  return { statuses: answers.map(({ status }) => status), log }
}

describe('Hono', () => {
  const honoWith =
    (read: (c: Context) => Promise<unknown>): Listen =>
    async (nectar) => {
      const app = new Hono()
      app.use(async (c, next) => {
        await read(c)
        await next()
      })
      app.all('/api/nectar/*', toHonoHandler(nectar))
      const server = serve({ fetch: app.fetch, port: 0 })
      onTestFinished(() => void server.close())
      if (!server.listening) await once(server, 'listening')
      return (server.address() as AddressInfo).port
    }

  test.each<[string, (c: Context) => Promise<unknown>]>([
    ['json', (c) => c.req.json()],
    ['text', (c) => c.req.text()],
    ['arrayBuffer', (c) => c.req.arrayBuffer()],
    ['blob', (c) => c.req.blob()],
    ['raw.clone()', (c) => c.req.raw.clone().json()],
  ])('what a middleware read as %s is read again, byte by byte', async (_name, read) => {
    expect((await ask(honoWith(read))).statuses).toEqual([200, 200])
  })

  test('what it read past Hono is refused, and the log shows the fix', async () => {
    const { statuses, log } = await ask(honoWith((c) => c.req.raw.text()))
    expect(statuses).toEqual([503, 503])
    expect(log).toContain('app.all("/api/nectar/*", toHonoHandler(nectar)) first')
  })
})

describe('Fastify', () => {
  const fastifyWith =
    (hook: preParsingHookHandler): Listen =>
    async (nectar) => {
      const app = Fastify()
      onTestFinished(() => void app.close())
      app.addHook('preParsing', hook)
      app.register(toFastifyPlugin(nectar), { prefix: '/api/nectar' })
      await app.listen({ port: 0 })
      return (app.server.address() as AddressInfo).port
    }

  test('what a hook read and handed on is read', async () => {
    const { statuses } = await ask(
      fastifyWith((_request, _reply, payload, done) => {
        text(payload).then((body) => done(null, Readable.from([Buffer.from(body)])), done)
      }),
    )
    expect(statuses).toEqual([200, 200])
  })

  test('what a hook read for itself is refused, and the log shows the fix', async () => {
    const { statuses, log } = await ask(
      fastifyWith((_request, _reply, payload, done) => {
        text(payload).then(() => done(null, payload), done)
      }),
    )
    expect(statuses).toEqual([503, 503])
    expect(log).toContain('"preParsing" hook')
  })
})
