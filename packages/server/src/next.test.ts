import { afterEach, describe, expect, test, vi } from 'vitest'
import { createNectarConnectWith } from './app/create-nectar-connect.ts'
import type { NectarConnectServer } from './app/nectar-connect.ts'
import { oncePerProcess } from './next.ts'
import { COMPANY, createFakeNectar } from './testing/fake-nectar.ts'
import { readEvents } from './testing/read-events.ts'
import { createTestClock, until } from './testing/test-clock.ts'

afterEach(() => vi.unstubAllEnvs())

let names = 0

/** A module that makes one, as it is loaded again and again. */
function createModule(userId = 'u') {
  names += 1
  const name = `module-${names}`
  const clock = createTestClock()
  const fake = createFakeNectar(clock.now)
  const made: NectarConnectServer[] = []
  const silent = { debug() {}, info() {}, warn() {}, error() {} }
  const load = (user = userId) =>
    oncePerProcess(() => {
      const nectar = createNectarConnectWith(
        {
          apiKey: 'test-key-1',
          authorize: () => ({ companyId: COMPANY, userId: user }),
          fetch: fake.fetch,
          now: clock.now,
          reconcileEveryMs: 60_000,
          logger: silent,
        },
        clock.timers,
      )
      made.push(nectar)
      return nectar
    }, name)
  return { load, made, clock }
}

const get = (nectar: NectarConnectServer, path: string) =>
  nectar.handler(new Request(`http://localhost/api/nectar${path}`))

describe('in production', () => {
  test('every copy of a module has the same one', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const { load, made } = createModule()
    const copies = [load(), load(), load()]
    expect(made).toHaveLength(1)
    const stream = readEvents(await get(copies[0] as NectarConnectServer, '/changes'))
    await stream.next()
    const rest = stream.next().then(async (event) => [event, await stream.next()])
    await copies[2]?.close()
    expect(await rest).toMatchObject([{ event: 'end' }, null])
  })

  test('names tell several apart', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const [one, other] = [createModule(), createModule()]
    one.load()
    other.load()
    expect([one.made.length, other.made.length]).toEqual([1, 1])
  })
})

describe('in development', () => {
  test('a module that is loaded anew takes over, for every copy', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    const { load } = createModule()
    const first = load('before')
    const scopeOf = async (nectar: NectarConnectServer) =>
      (await get(nectar, '/connections')).headers.get('nectar-connect-scope')
    const before = await scopeOf(first)
    const second = load('after')
    expect(await scopeOf(first)).not.toBe(before)
    expect(await scopeOf(first)).toBe(await scopeOf(second))
  })

  test('fifty reloads leave no timer and no stream of those before', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    const { load, made, clock } = createModule()
    const ends: Promise<unknown>[] = []
    for (let reloads = 0; reloads < 50; reloads += 1) {
      const nectar = load()
      const stream = readEvents(await get(nectar, '/changes'))
      await stream.next()
      ends.push(stream.next().then(() => stream.next()))
    }
    await Promise.all(ends.slice(0, -1))
    const last = made.at(-1)
    // What is left is of the newest: its stream, and its timer to reconcile.
    await until(() => clock.pending() === 2)
    await Promise.all([last?.close(), ends.at(-1)])
    await until(() => clock.pending() === 0)
    expect(made).toHaveLength(50)
  })
})
