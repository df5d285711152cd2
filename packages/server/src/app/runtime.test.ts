import { expect, test } from 'vitest'
import { connectionRoutes } from '../connections/routes.ts'
import { toFetchHandler } from '../fetch.ts'
import { toHonoHandler } from '../hono.ts'
import { invitationRoutes } from '../invitations/routes.ts'
import { toNextHandlers } from '../next.ts'
import { sharingRoutes } from '../sharing/routes.ts'
import { changesRoute } from '../streams/change-streams.ts'
import { deliver, SECRET, statusEvent } from '../testing/deliver.ts'
import { createHarness, outcomeOf } from '../testing/harness.ts'
import { deferred, until } from '../testing/test-clock.ts'
import { webhookRoute } from '../webhooks/receive-delivery.ts'
import { healthRoute } from '../webhooks/webhook-trust.ts'
import type { NectarConnectServer, RuntimeCapabilities } from './nectar-connect.ts'

/** The routes as they are made, without what they work with. */
const NONE = {} as never
const ROUTES = [
  ...[connectionRoutes, invitationRoutes, sharingRoutes].flatMap((routesOf) => routesOf(NONE)),
  ...[changesRoute(NONE), healthRoute(NONE, NONE), webhookRoute(NONE)],
]

const request = new Request('http://localhost/api/nectar/changes')

/** Remembers what an adapter says of its runtime. */
function listen() {
  const told: unknown[] = []
  const handler: NectarConnectServer['handler'] = async (_request, runtime) => {
    told.push(runtime)
    return new Response()
  }
  return { told, nectar: { handler } }
}

test('on Workers what goes on is kept alive, and nothing is streamed', async () => {
  const { told, nectar } = listen()
  const kept: unknown[] = []
  const context = { waitUntil: (work: Promise<unknown>) => void kept.push(work) }
  await toFetchHandler(nectar)(request, {}, context)
  await toHonoHandler(nectar)({ req: { raw: request }, env: {}, executionCtx: context })
  for (const runtime of told as { waitUntil(work: Promise<unknown>): void; canStream: boolean }[]) {
    runtime.waitUntil(Promise.resolve())
    expect(runtime.canStream).toBe(false)
  }
  expect(kept.length).toBe(2)
})

test('elsewhere nothing is different, and Bun is asked for patience', async () => {
  const { told, nectar } = listen()
  const seconds: number[] = []
  await toFetchHandler(nectar)(request, { remoteAddr: {} })
  await toFetchHandler(nectar)(request, { timeout: (_: Request, s: number) => void seconds.push(s) })
  await toHonoHandler(nectar)({
    req: { raw: request },
    env: {},
    get executionCtx(): unknown {
      throw new Error('This context has no ExecutionContext')
    },
  })
  expect(told).toEqual([{}, {}, {}])
  expect(seconds).toEqual([60])
})

test.each([
  ['second (Workers)', [{}, 'context']],
  ['first (Netlify, Vercel)', ['context']],
])('waitUntil is found in the argument that is %s', async (_name, shape) => {
  const { told, nectar } = listen()
  const kept: unknown[] = []
  const context = { waitUntil: (work: Promise<unknown>) => void kept.push(work) }
  await toFetchHandler(nectar)(request, ...shape.map((given) => (given === 'context' ? context : given)))
  const [runtime] = told as RuntimeCapabilities[]
  runtime?.waitUntil?.(Promise.resolve())
  expect([kept.length, runtime?.canStream]).toEqual([1, false])
})

const c = (env: unknown, raw = request) => ({
  req: { raw },
  env,
  get executionCtx(): unknown {
    throw new Error('This context has no ExecutionContext')
  },
})

test.each([
  ['hono/aws-lambda', { event: { rawPath: '/' }, requestContext: {}, lambdaContext: {} }],
  ['hono/lambda-edge', { event: { Records: [] }, request: {}, callback: () => {} }],
])('%s does not stream by itself', async (_name, env) => {
  const { told, nectar } = listen()
  await toHonoHandler(nectar)(c(env))
  await toHonoHandler(nectar, { canStream: true })(c(env))
  expect(told).toEqual([{ canStream: false }, { canStream: true }])
})

test('hono/netlify: the context that it passes keeps work alive', async () => {
  const { told, nectar } = listen()
  const kept: unknown[] = []
  await toHonoHandler(nectar)(c({ context: { waitUntil: (work: unknown) => void kept.push(work) } }))
  ;(told as RuntimeCapabilities[])[0]?.waitUntil?.(Promise.resolve())
  expect(kept.length).toBe(1)
})

test('what a host says of its runtime goes before what an adapter finds out', async () => {
  const { told, nectar } = listen()
  const own: RuntimeCapabilities = { canStream: true, waitUntil: () => {} }
  await toFetchHandler(nectar, own)(request, {}, { waitUntil() {} })
  await toHonoHandler(nectar, own)({ req: { raw: request }, env: {}, executionCtx: { waitUntil() {} } })
  await toNextHandlers(nectar, own).GET(request)
  for (const runtime of told) expect(runtime).toEqual(own)
  expect(told.length).toBe(3)
})

test('"authorize" is told the adapter, and what its framework knows', async () => {
  const contexts: unknown[] = []
  const { nectar } = createHarness({
    authorize: (_request, context) => {
      contexts.push(context)
      return null
    },
  })
  const asked = new Request('http://localhost/api/nectar/connections')
  const hono = c({}, asked)
  await nectar.handler(asked)
  await toFetchHandler(nectar)(asked, { KV: 1 }, 'execution context')
  await toNextHandlers(nectar).GET(asked)
  await toHonoHandler(nectar)(hono)
  expect(contexts).toEqual([
    { adapter: 'none' },
    { adapter: 'fetch', given: [{ KV: 1 }, 'execution context'] },
    { adapter: 'next', request: asked },
    { adapter: 'hono', c: hono },
  ])
})

test('Next has a handler for every method of a route', () => {
  const handlers = toNextHandlers(listen().nectar)
  for (const { method } of ROUTES) expect(handlers).toHaveProperty(method)
})

test('where nothing can be streamed, pages are told so', async () => {
  const { nectar } = createHarness()
  expect(await outcomeOf(await nectar.handler(request, { canStream: false }))).toBe('501 not_implemented')
})

test('the answer is kept alive, and a webhook that goes on after it', async () => {
  const handled = deferred<void>()
  const harness = createHarness({ webhookSecret: SECRET, onConnectionChange: () => handled.promise })
  const kept: Promise<unknown>[] = []
  const runtime = { waitUntil: (work: Promise<unknown>) => void kept.push(work) }
  const sent = deliver(
    {
      ...harness,
      get: (path, init) =>
        harness.nectar.handler(new Request(`http://localhost/api/nectar${path}`, init), runtime),
    },
    statusEvent('PENDING', '10:00:00'),
  )
  await until(() => kept.length === 2)
  handled.resolve()
  expect((await sent).status).toBe(200)
  await Promise.all(kept)
})
