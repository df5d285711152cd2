import { expect, test } from 'vitest'
import { toFetchHandler } from './fetch.ts'
import { toHonoHandler } from './hono.ts'
import type { NectarConnect } from './nectar-connect.ts'
import { toNextHandlers } from './next.ts'
import { ROUTES } from './routes/routes.ts'
import { deliver, SECRET, statusEvent } from './test/deliver.ts'
import { createHarness, outcomeOf } from './test/harness.ts'
import { deferred, until } from './test/test-clock.ts'

const request = new Request('http://localhost/api/nectar/changes')

/** Remembers what an adapter says of its runtime. */
function listen() {
  const told: unknown[] = []
  const handler: NectarConnect['handler'] = async (_request, runtime) => {
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
  await toHonoHandler(nectar)({ req: { raw: request }, executionCtx: context })
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
    get executionCtx(): unknown {
      throw new Error('This context has no ExecutionContext')
    },
  })
  expect(told).toEqual([{}, {}, {}])
  expect(seconds).toEqual([60])
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
