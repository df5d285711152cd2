import { expect, test } from 'vitest'
import { createLog, type Party } from '../lib/log.ts'
import { createApiKey } from '../nectar/api-key.ts'
import { createNectarClient } from '../nectar/nectar-client.ts'
import { createUpstream } from '../nectar/upstream.ts'
import { readSettings } from '../settings/settings.ts'
import {
  COMPANY,
  CONNECTION,
  connectionRow,
  createFakeNectar,
  json,
  OTHER_COMPANY,
} from '../testing/fake-nectar.ts'
import { createTestClock, passTime } from '../testing/test-clock.ts'
import { createConnections } from './connections.ts'

/** The reads of one process, against a Nectar that takes its time on a clock of the test. */
function start(tookMs: number, companyMs = tookMs) {
  const clock = createTestClock()
  const fake = createFakeNectar(clock.now)
  const settings = readSettings({ apiKey: 'test-key-1' })
  const ignore = () => {}
  const sent: string[] = []
  const { send } = createUpstream({
    ...{ apiBase: settings.apiBase, timeoutMs: settings.timeoutMs, userAgent: 'test' },
    apiKey: createApiKey('test-key-1', ignore),
    async fetch(input, init) {
      sent.push(String(input))
      const ms = String(input).includes('/company/') ? companyMs : tookMs
      await new Promise<void>((resolve) => clock.timers.deadline(ms, resolve))
      return fake.fetch(input, init)
    },
    now: clock.now,
    timers: clock.timers,
  })
  const core = { client: createNectarClient(send), now: clock.now, settings, timers: clock.timers }
  const none = { isTold: () => false, isAwaited: () => false, readCursor: async () => null }
  const connections = createConnections(core, async () => {}, none)
  const log = createLog({ debug: ignore, info: ignore, warn: ignore, error: ignore }, (value) => value)
  /** What a read came to, once it has; and after how many milliseconds. */
  function watch(read: Promise<unknown>) {
    const startedAt = clock.now()
    const watched: { code?: string; retryAfterMs?: number; tookMs?: number; value?: unknown } = {}
    const settle = (outcome: object) => Object.assign(watched, outcome, { tookMs: clock.now() - startedAt })
    read.then(
      (value) => settle({ code: 'ok', value }),
      ({ code, retryAfterMs }) => settle({ code, retryAfterMs }),
    )
    return watched
  }
  const logOf = (companyId: string, userId = 'user') => log.for(['read', companyId, userId] satisfies Party)
  return {
    ...{ clock, fake, sent },
    list: (companyId: string) => watch(connections.list(companyId, logOf(companyId))),
    get: (companyId: string, id: string) => watch(connections.get(companyId, id, logOf(companyId))),
  }
}

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

test('a user who asks for 400 unknown connections at once does not slow the reads of another company', async () => {
  const { clock, list, get } = start(160)
  for (let n = 0; n < 400; n += 1) get(OTHER_COMPANY, idOf(n))
  const tookMs: number[] = []
  for (let n = 0; n < 20; n += 1) {
    // Past what is kept of the read before.
    await passTime(clock, n === 0 ? 0 : 2_010)
    const read = list(COMPANY)
    await passTime(clock, 320)
    tookMs.push(read.tookMs ?? Number.POSITIVE_INFINITY)
  }
  expect(Math.max(...tookMs)).toBeLessThanOrEqual(2 * 160)
})

test('500 companies at once after a start: all that are not refused early are answered in time', async () => {
  const { clock, list } = start(300)
  const reads = Array.from({ length: 500 }, (_, n) => list(idOf(n)))
  await passTime(clock, 330)
  const refused = reads.filter(({ code }) => code === 'rate_limited')
  for (const { retryAfterMs = 0 } of refused) expect(retryAfterMs).toBeGreaterThanOrEqual(14_000)
  await passTime(clock, 15_000)
  const served = reads.filter(({ code }) => code === 'ok')
  expect(served.length).toBeGreaterThan(400)
  expect(served.length + refused.length).toBe(500)
})

test('the pages of 10,000 connections are read at once, within the limit', async () => {
  const { clock, fake, list } = start(300)
  fake.on('GET', '/connection/company', ({ path }) => {
    const page = Number(/page=(\d+)/.exec(path)?.[1])
    const rows = Array.from({ length: 500 }, (_, n) => connectionRow(idOf(page * 500 + n), COMPANY))
    return json({ totalPages: 20, currentPage: page, hasNext: page < 20, connections: rows })
  })
  const read = list(COMPANY)
  await passTime(clock, 1_300)
  expect(read).toMatchObject({ code: 'ok', tookMs: 900 })
  expect((read.value as unknown[]).length).toBe(10_000)
})

test('who gives up stops waiting: the read goes on, and who asks again finds it', async () => {
  const { clock, get, sent } = start(20_000, 10)
  const first = get(COMPANY, CONNECTION)
  await passTime(clock, 15_000)
  expect(first).toMatchObject({ code: 'nectar_timeout', tookMs: 15_000 })
  const second = get(COMPANY, CONNECTION)
  await passTime(clock, 5_100)
  expect(second).toMatchObject({ code: 'ok', value: { id: CONNECTION } })
  expect(sent.filter((url) => url.includes('/connection/'))).toHaveLength(1)
})
