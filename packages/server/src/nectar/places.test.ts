import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Party } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { createTestClock, passTime } from '../testing/test-clock.ts'
import { createPlaces, inTurn } from './places.ts'

const names = fc.constantFrom('a', 'b', 'c')
const party: fc.Arbitrary<Party> = fc.oneof(
  fc.tuple(fc.constantFrom('click', 'read'), names, names),
  fc.constant(['background'] as const),
)
const items = fc.array(party).map((parties) => parties.map((of, id) => ({ id, party: of })))

test('everybody gets a turn, each user in the order of asking', () => {
  fc.assert(
    fc.property(items, items, (waiting, underWay) => {
      const queue = inTurn(waiting, underWay)
      expect(queue.map(({ id }) => id).sort((a, b) => a - b)).toEqual(waiting.map(({ id }) => id))
      const idsOf = (of: typeof waiting, whose: string) =>
        of.filter((item) => String(item.party) === whose).map(({ id }) => id)
      for (const whose of new Set(waiting.map((item) => String(item.party)))) {
        expect(idsOf(queue, whose)).toEqual(idsOf(waiting, whose))
      }
    }),
  )
})

test('whoever has nothing under way comes before the second of anybody else of the same level', () => {
  fc.assert(
    fc.property(items, (waiting) => {
      const queue = inTurn(waiting, [])
      for (const depth of [1, 2, 3]) {
        const seen = new Map<string, string[]>()
        for (const { party: of } of queue) {
          const within = of.slice(0, depth - 1).join()
          seen.set(within, [...(seen.get(within) ?? []), of.slice(0, depth).join()])
        }
        for (const order of seen.values()) {
          const different = new Set(order).size
          expect(new Set(order.slice(0, different)).size).toBe(different)
        }
      }
    }),
  )
})

function start(tookMs: number) {
  const clock = createTestClock()
  const places = createPlaces(clock.now)
  const outcomes = new Map<string, { atMs: number; retryAfterMs?: number }>()
  const startedAt = clock.now()
  let most = 0
  let running = 0
  const send = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => clock.timers.deadline(tookMs, resolve))
    running -= 1
  }
  const ask = (name: string, of: Party, limitMs = 15_000) => {
    const done = (more = {}) => outcomes.set(name, { atMs: clock.now() - startedAt, ...more })
    places
      .hold(of, clock.now() + limitMs, new AbortController().signal, send)
      .then(() => done())
      .catch((error: unknown) => {
        if (!NectarConnectError.isInstance(error) || error.code !== 'rate_limited') throw error
        done({ retryAfterMs: error.retryAfterMs })
      })
  }
  return { clock, ask, outcomes, most: () => most }
}

test('a click is not held up by a thousand reads', async () => {
  const { clock, ask, outcomes } = start(300)
  for (let n = 0; n < 1_000; n += 1) ask(`read ${n}`, ['read', `company ${n}`, 'user'])
  ask('click', ['click', 'company 0', 'user'])
  await passTime(clock, 600)
  expect(outcomes.get('click')).toEqual({ atMs: 600 })
})

test('nor do a thousand clicks hold up a read', async () => {
  const { clock, ask, outcomes } = start(300)
  for (let n = 0; n < 1_000; n += 1) ask(`click ${n}`, ['click', `company ${n}`, 'user'])
  ask('read', ['read', 'company 0', 'user'])
  await passTime(clock, 600)
  expect(outcomes.get('read')).toEqual({ atMs: 600 })
})

test('who cannot be served in time is told so as soon as that shows, with the time to come back', async () => {
  const { clock, ask, outcomes, most } = start(300)
  for (let n = 0; n < 1_000; n += 1) ask(`${n}`, ['read', `company ${n}`, 'user'])
  await passTime(clock, 300)
  const refused = [...outcomes.values()].filter(({ retryAfterMs }) => retryAfterMs !== undefined)
  expect(refused.length).toBeGreaterThan(450)
  for (const { retryAfterMs = 0 } of refused) expect(retryAfterMs).toBeGreaterThan(14_000)
  await passTime(clock, 15_000)
  expect([outcomes.size, most()]).toEqual([1_000, 10])
  const served = [...outcomes.values()].filter(({ retryAfterMs }) => retryAfterMs === undefined)
  expect(served.length + refused.length).toBe(1_000)
  expect(Math.max(...served.map(({ atMs }) => atMs))).toBeLessThanOrEqual(15_000)
})

test('the queue is bounded: of whoever waits with most, the newest is refused', async () => {
  const { clock, ask, outcomes } = start(300)
  for (let n = 0; n < 5_000; n += 1) ask(`many ${n}`, ['read', 'company', 'user'])
  ask('one', ['read', 'other company', 'user'])
  await passTime(clock, 10)
  expect(outcomes.size).toBe(5_001 - 1_010)
  expect([outcomes.has('one'), outcomes.has('many 4999')]).toEqual([false, true])
  await passTime(clock, 600)
  expect(outcomes.get('one')?.atMs).toBe(600)
})
