import { createMemoryStore, createNectarConnect } from '@nectar-connect/server'
import { afterEach, expect, test } from 'vitest'
import { silentLogger } from '../silent-logger.ts'
import { type StartedNectar, startNectar } from './start-nectar.ts'

const [OLD, NEW] = ['whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ==', 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMg==']
const DAY_MS = 86_400_000
const CONNECTIONS = 20

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The host: processes that come and go on one store, and webhooks that reach any of them. */
async function startHost() {
  const nectar = await startNectar({ secret: OLD }, CONNECTIONS)
  closing.push(nectar.close)
  const store = createMemoryStore()
  const told: string[] = []
  function start(webhookSecret: string | string[]) {
    const server = createNectarConnect({
      apiKey: 'nectar-sandbox-key',
      webhookSecret,
      nectar: { sandbox: nectar.origin },
      authorize: () => ({ companyId: nectar.companyId, userId: 'user-1' }),
      store,
      onConnectionChange: ({ change }) => void told.push(`${change.connectionId} ${change.to}`),
      logger: silentLogger,
    })
    return server.handler
  }
  /** In turn, as a load balancer does. */
  function route(...handlers: ((request: Request) => Promise<Response>)[]) {
    let next = 0
    nectar.deliverTo((request) => handlers[next++ % handlers.length]?.(request) ?? Promise.reject())
  }
  return { nectar, start, route, told }
}

/** Every connection changes, all at once. */
async function changeAll({ control, connectionIds }: StartedNectar, status: string) {
  for (const id of connectionIds) await control.setConnectionStatus({ connectionId: id, status })
  await expect
    .poll(async () => (await control.deliveries()).every(({ attempts }) => attempts.length > 0))
    .toBe(true)
}

test('a signing secret that is rotated while webhooks keep coming: no signature is refused, and each change is told once', async () => {
  const { nectar, start, route, told } = await startHost()
  const { control } = nectar
  const before = start(OLD)
  route(before)
  await changeAll(nectar, 'WEBSITE_DOWN')

  // 1. The secret is rotated at Svix, which signs with both for a day: whoever knows the old one goes on.
  await control.rotateWebhookSecret({ secret: NEW, overlapMs: DAY_MS })
  await changeAll(nectar, 'CONNECTED')

  // 2. Both are deployed, process by process.
  const during = start([NEW, OLD])
  route(before, during)
  await changeAll(nectar, 'PASSWORD_INCORRECT')
  route(during)
  await changeAll(nectar, 'CONNECTED')

  // 3. The day is over: only the new one signs.
  await control.advanceTime({ ms: DAY_MS + 1 })
  await changeAll(nectar, 'MFA_TOKEN_EXPIRED')

  // 4. The old one is taken out.
  const after = start(NEW)
  route(during, after)
  await changeAll(nectar, 'CONNECTED')
  route(after)
  await changeAll(nectar, 'WEBSITE_DOWN')

  // Two processes that get the two events of one change at once: one of them says "busy", and it comes again.
  await control.advanceTime({ ms: 60_000 })
  await expect
    .poll(async () => (await control.deliveries()).every(({ state }) => state === 'delivered'))
    .toBe(true)
  const attempts = (await control.deliveries()).flatMap((delivery) => delivery.attempts)
  expect(attempts.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
  expect(await control.deliveries()).toHaveLength(2 * 7 * CONNECTIONS)
  expect(told).toHaveLength(7 * CONNECTIONS)
})

test('a process that was forgotten is refused once the overlap is over', async () => {
  const { nectar, start, route } = await startHost()
  route(start(OLD))
  await nectar.control.rotateWebhookSecret({ secret: NEW, overlapMs: DAY_MS })
  await nectar.control.advanceTime({ ms: DAY_MS + 1 })
  await changeAll(nectar, 'WEBSITE_DOWN')
  const answers = (await nectar.control.deliveries()).map(({ attempts }) => attempts[0]?.status)
  expect(answers).toHaveLength(2 * CONNECTIONS)
  expect(new Set(answers)).toEqual(new Set([401]))
})
