import { expect, test } from 'vitest'
import { createSingleFlightCache } from './shared-work.ts'

function createCounter() {
  let loads = 0
  let time = 0
  const cache = createSingleFlightCache<number>(100, () => time)
  return {
    cache,
    load: async () => {
      loads += 1
      return loads
    },
    moveTo: (ms: number) => {
      time = ms
    },
  }
}

test('concurrent readers of one key share one load, those of another do not', async () => {
  const { cache, load } = createCounter()
  const values = await Promise.all([cache.get('a', load), cache.get('a', load), cache.get('b', load)])
  expect(values).toEqual([1, 1, 2])
})

test('a value is kept for its time, counted from when it was loaded', async () => {
  const { cache, load, moveTo } = createCounter()
  await cache.get('a', load)
  moveTo(99)
  expect(await cache.get('a', load)).toBe(1)
  moveTo(100)
  expect(await cache.get('a', load)).toBe(2)
})

test('a clock that is set back does not keep a value for ever', async () => {
  const { cache, load, moveTo } = createCounter()
  await cache.get('a', load)
  moveTo(-1_000)
  expect(await cache.get('a', load)).toBe(2)
})

test('a failure is shared and not kept', async () => {
  const { cache, load } = createCounter()
  const fail = () => Promise.reject(new Error('no'))
  const outcomes = await Promise.allSettled([cache.get('a', fail), cache.get('a', load)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await cache.get('a', load)).toBe(1)
})

test('what was dropped is loaded anew', async () => {
  const { cache, load } = createCounter()
  await cache.get('a', load)
  cache.drop('a')
  expect(await cache.get('a', load)).toBe(2)
})

test('no more than a thousand keys are kept, the oldest goes first', async () => {
  const { cache, load } = createCounter()
  for (let key = 0; key <= 1_000; key += 1) await cache.get(String(key), load)
  expect(await cache.get('1000', load)).toBe(1_001)
  expect(await cache.get('0', load)).toBe(1_002)
})
