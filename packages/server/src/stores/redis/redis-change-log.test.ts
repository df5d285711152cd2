import { REDIS_SERVER, type RedisServer, startRedisServer } from '@nectar-connect/test-kit/redis-server'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeChangeLog } from '../../testing/change-log-conformance.ts'
import {
  changesAfter,
  claim,
  type LogPlace,
  record,
  seen,
  startOf,
} from '../../testing/conformance/log-suite.ts'
import { until } from '../../testing/test-clock.ts'
import type { ChangeLog, ChangeLogLimits } from '../change-log.ts'
import { createRedisChangeLog } from './redis-change-log.ts'

let places = 0
const newPrefix = () => {
  places += 1
  return `test-${places}`
}

async function createPlace(): Promise<LogPlace> {
  const server = await startRedisServer()
  const opened: ChangeLog[] = []
  let prefix = ''
  const open = async (limits: ChangeLogLimits) => {
    const log = createRedisChangeLog({ url: server.url, prefix, ...limits })
    opened.push(log)
    return log
  }
  const closeAll = async () => {
    for (const log of opened.splice(0)) await log.close()
  }
  return {
    async open(limits) {
      await closeAll()
      prefix = newPrefix()
      return open(limits)
    },
    openSecond: open,
    async close() {
      await closeAll()
      await server.close()
    },
  }
}

if (REDIS_SERVER === null) {
  test.skip('The log in Redis: skipped, because redis-server is not installed', () => {})
} else {
  describeChangeLog('The log in Redis', createPlace, { runs: 15, isShared: true })

  describe('The log in Redis', () => {
    let server: RedisServer
    beforeAll(async () => {
      server = await startRedisServer()
    })
    afterAll(() => server.close())

    test('survives a crash of Redis: nothing committed is lost, and work goes on', async () => {
      const log = createRedisChangeLog({ url: server.url, prefix: newPrefix() })
      const start = await startOf(log)
      const token = await claim(log, 'e0', 'c0')
      for (let n = 1; n <= 20; n += 1) await record(log, seen(`c${n}`, 'PENDING', n, `e${n}`))
      let hints = 0
      log.subscribe('company', () => {
        hints += 1
      })
      await until(() => hints > 0)
      await server.restart()
      expect((await changesAfter(log, start)).length).toBe(20)
      expect(await log.claim('e7', 'c7')).toEqual({ state: 'done' })
      expect(await log.commit(token, seen('c0', 'PENDING', 0, 'e0'))).toMatchObject({ state: 'committed' })
      const before = hints
      // The connection that listens comes back by itself, a little later.
      let n = 20
      while (hints === before) {
        n += 1
        await record(log, seen(`c${n}`, 'PENDING', n % 60, `e${n}`))
      }
      await log.close()
    })

    test('says no within its time while Redis is away, and goes on when it is back', async () => {
      const errors: unknown[] = []
      const log = createRedisChangeLog({
        url: server.url,
        prefix: newPrefix(),
        timeoutMs: 200,
        onError: (error) => errors.push(error),
      })
      const start = await startOf(log)
      await server.kill()
      await expect(log.claim('e1', 'c1')).rejects.toThrow()
      await until(() => errors.length > 0)
      await server.start()
      // What was given up while Redis was away is not sent later: the subject is free.
      await untilTrue(() => log.latest('company').then(Boolean, () => false))
      await record(log, seen('c1', 'PENDING', 1, 'e2'))
      expect(await changesAfter(log, start)).toMatchObject([{ connectionId: 'c1', from: null }])
      await log.close()
    })

    test('survives connections that are cut', async () => {
      const prefix = newPrefix()
      const log = createRedisChangeLog({ url: server.url, prefix })
      const start = await startOf(log)
      let hints = 0
      log.subscribe('company', () => {
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
          const change = await record(log, seen(id, 'PENDING', n, id)).catch(() => null)
          if (change) done.push(id)
          return change !== null
        })
      }
      const written = (await changesAfter(log, start)).map(({ eventId }) => eventId)
      expect(written).toEqual(expect.arrayContaining(done))
      expect(done).toHaveLength(3)
      await admin.close()
      await log.close()
    })

    test('Redis that lost its data is another log: readers start anew', async () => {
      const log = createRedisChangeLog({ url: server.url, prefix: newPrefix() })
      await record(log, seen('c1', 'PENDING', 1))
      const cursor = await startOf(log)
      const admin = createClient({ url: server.url })
      await admin.connect()
      await admin.sendCommand(['FLUSHALL'])
      expect(await log.read('company', cursor, 9)).toMatchObject({ state: 'reset' })
      for (let n = 1; n <= 3; n += 1) await record(log, seen(`c${n}`, 'PENDING', n))
      expect(await log.read('company', cursor, 9)).toMatchObject({ state: 'reset' })
      await admin.close()
      await log.close()
    })

    test('tells the time by Redis itself, and takes a client of the host', async () => {
      const client = createClient({ url: server.url })
      await client.connect()
      const prefix = newPrefix()
      const log = createRedisChangeLog({ client, prefix })
      const before = Date.now()
      const { startedAt } = await log.latest('company')
      expect(startedAt).toBeGreaterThanOrEqual(before - 1)
      expect(startedAt).toBeLessThanOrEqual(Date.now() + 1)
      await record(log, seen('c1', 'PENDING', 1))
      const keys = (await client.sendCommand(['KEYS', '*'])) as string[]
      expect(keys.filter((key) => key.startsWith(`{${prefix}}:`)).length).toBeGreaterThan(4)
      await log.close()
      // It is the host's to close.
      expect(client.isOpen).toBe(true)
      await expect(log.find('c1')).rejects.toThrow('closed')
      await client.close()
    })
  })
}

async function untilTrue(check: () => Promise<boolean>): Promise<void> {
  const start = performance.now()
  while (!(await check())) {
    if (performance.now() - start > 20_000) throw new Error('The condition was never met.')
  }
}
