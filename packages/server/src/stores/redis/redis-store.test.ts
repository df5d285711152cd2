import { REDIS_SERVER, type RedisServer, startRedisServer } from '@nectar-connect/test-kit/redis-server'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invitationEntry } from '../../testing/conformance/invitations.ts'
import {
  changesAfter,
  claim,
  createSharedPlace,
  newPlaceName,
  record,
  seen,
  startOf,
} from '../../testing/conformance/store-suite.ts'
import { describeStore } from '../../testing/store-conformance.ts'
import { until } from '../../testing/test-clock.ts'
import { createRedisStore } from './redis-store.ts'

async function createPlace() {
  const server = await startRedisServer()
  return createSharedPlace(
    (prefix, limits) => createRedisStore({ url: server.url, prefix, ...limits }),
    () => server.close(),
  )
}

test.each([undefined, {}, { url: undefined }, { url: '' }, { url: 'https://:hunter22@redis.example' }])(
  'an address that is none (%j) is named at first use, and not repeated',
  async (options) => {
    const store = createRedisStore(options as never)
    const failure = await store.listInvitations('company').catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'not_configured', message: expect.stringContaining('"url" of') })
    expect(String(failure)).not.toContain('hunter22')
    await store.close()
  },
)

if (REDIS_SERVER === null) {
  test.skip('The store in Redis: skipped, because redis-server is not installed', () => {})
} else {
  describeStore('The store in Redis', createPlace, { runs: 15, isShared: true })

  describe('The store in Redis', () => {
    let server: RedisServer
    beforeAll(async () => {
      server = await startRedisServer()
    })
    afterAll(() => server.close())

    test('survives a crash of Redis: nothing committed is lost, and work goes on', async () => {
      const store = createRedisStore({ url: server.url, prefix: newPlaceName() })
      const start = await startOf(store)
      const token = await claim(store, 'e0', 'c0')
      for (let n = 1; n <= 20; n += 1) await record(store, seen(`c${n}`, 'PENDING', n, `e${n}`))
      let hints = 0
      store.subscribe('company', () => {
        hints += 1
      })
      await until(() => hints > 0)
      await server.restart()
      expect((await changesAfter(store, start)).length).toBe(20)
      expect(await store.claim('e7', 'c7')).toEqual({ state: 'done' })
      expect(await store.commit(token, seen('c0', 'PENDING', 0, 'e0'))).toMatchObject({ state: 'committed' })
      const before = hints
      // The connection that listens comes back by itself, a little later.
      let n = 20
      while (hints === before) {
        n += 1
        await record(store, seen(`c${n}`, 'PENDING', n % 60, `e${n}`))
      }
      await store.close()
    })

    test('a webhook sends no more than 1,500 bytes, and scripts only to a Redis that does not know them', async () => {
      const store = createRedisStore({ url: server.url, prefix: 'nectar-connect' })
      const admin = createClient({ url: server.url })
      await admin.connect()
      const connectionId = 'a6c70a54-34e7-4277-80b0-412869ce087c'
      const companyId = '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c'
      const take = (n: number) => {
        const eventId = `msg_2Yk3s9PzQw7rT5vB0000000000${n}`
        const at = `2026-11-24T10:00:0${n}.411220Z`
        const status = n % 2 === 0 ? 'PASSWORD_INCORRECT' : 'CONNECTED'
        const reading = { ...seen(connectionId, status, n, eventId), companyId, at }
        return record(store, { ...reading, sortKey: `2026-11-24T10:00:0${n}.411220000 ${eventId}` })
      }
      const received = async () => {
        const info = String(await admin.sendCommand(['INFO', 'stats']))
        return Number(/total_net_input_bytes:(\d+)/.exec(info)?.[1])
      }
      await take(1)
      const start = await received()
      const ofAsking = (await received()) - start
      const before = await received()
      await take(2)
      expect((await received()) - before - ofAsking).toBeLessThanOrEqual(1_500)
      await admin.sendCommand(['SCRIPT', 'FLUSH'])
      await expect(take(3)).resolves.toMatchObject({ to: 'CONNECTED' })
      await admin.close()
      await store.close()
    })

    test('says no within its time while Redis is away, and goes on when it is back', async () => {
      const errors: unknown[] = []
      const store = createRedisStore({
        url: server.url,
        prefix: newPlaceName(),
        timeoutMs: 200,
        onError: (error) => errors.push(error),
      })
      const start = await startOf(store)
      await server.kill()
      await expect(store.claim('e1', 'c1')).rejects.toThrow()
      await until(() => errors.length > 0)
      await server.start()
      // What was given up while Redis was away is not sent later: the subject is free.
      await untilTrue(() => store.latestStatuses('company').then(Boolean, () => false))
      await record(store, seen('c1', 'PENDING', 1, 'e2'))
      expect(await changesAfter(store, start)).toMatchObject([{ connectionId: 'c1', from: null }])
      await store.close()
    })

    test('survives connections that are cut', async () => {
      const prefix = newPlaceName()
      const store = createRedisStore({ url: server.url, prefix })
      const start = await startOf(store)
      let hints = 0
      store.subscribe('company', () => {
        hints += 1
      })
      await until(() => hints > 0)
      const admin = createClient({ url: server.url })
      await admin.connect()
      const done: string[] = []
      for (let n = 1; n <= 3; n += 1) {
        await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])
        await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'])
        // A step that was under way when the connection broke fails.
        await untilTrue(async () => {
          const id = `${n}-${performance.now()}`
          const change = await record(store, seen(id, 'PENDING', n, id)).catch(() => null)
          if (change) done.push(id)
          return change !== null
        })
      }
      const written = (await changesAfter(store, start)).map(({ eventId }) => eventId)
      expect(written).toEqual(expect.arrayContaining(done))
      expect(done).toHaveLength(3)
      await admin.close()
      await store.close()
    })

    test('Redis that lost its data is another store: readers start anew', async () => {
      const store = createRedisStore({ url: server.url, prefix: newPlaceName() })
      await record(store, seen('c1', 'PENDING', 1))
      const cursor = await startOf(store)
      const admin = createClient({ url: server.url })
      await admin.connect()
      await admin.sendCommand(['FLUSHALL'])
      expect(await store.readChanges('company', cursor, 9)).toMatchObject({ state: 'reset' })
      for (let n = 1; n <= 3; n += 1) await record(store, seen(`c${n}`, 'PENDING', n))
      expect(await store.readChanges('company', cursor, 9)).toMatchObject({ state: 'reset' })
      await admin.close()
      await store.close()
    })

    test('tells the time by Redis itself, and takes a client of the host', async () => {
      const client = createClient({ url: server.url })
      await client.connect()
      const prefix = newPlaceName()
      const store = createRedisStore({ client, prefix })
      const before = Date.now()
      const { startedAt } = await store.latestStatuses('company')
      expect(startedAt).toBeGreaterThanOrEqual(before - 1)
      expect(startedAt).toBeLessThanOrEqual(Date.now() + 1)
      await record(store, seen('c1', 'PENDING', 1))
      const keys = (await client.sendCommand(['KEYS', '*'])) as string[]
      expect(keys.filter((key) => key.startsWith(`{${prefix}}:`)).length).toBeGreaterThan(4)
      await store.close()
      // It is the host's to close.
      expect(client.isOpen).toBe(true)
      await expect(store.findConnection('c1')).rejects.toThrow('closed')
      await client.close()
    })

    test('a value that is no JSON does not take the others away', async () => {
      const client = createClient({ url: server.url })
      await client.connect()
      const store = createRedisStore({ client, prefix: 'spoilt' })
      const entry = invitationEntry()
      await store.addInvitation({ ...entry, invitationId: 'spoilt' })
      await store.addInvitation(entry)
      const [entries = ''] = await client.keys('*:entries:company')
      await client.hSet(entries, 'spoilt', '{"to":')
      expect(await store.listInvitations('company')).toEqual([entry])
      expect(await store.findInvitation('company', 'spoilt')).toBeNull()
      expect(await store.updateInvitation('company', 'spoilt', { reminder: 'x' })).toBe(false)
      client.destroy()
    })
  })
}

async function untilTrue(check: () => Promise<boolean>): Promise<void> {
  const start = performance.now()
  while (!(await check())) {
    if (performance.now() - start > 20_000) throw new Error('The condition was never met.')
  }
}
