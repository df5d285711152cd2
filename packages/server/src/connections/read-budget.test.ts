import { expect, test } from 'vitest'
import { createReadBudget } from './read-budget.ts'

const MINUTE_MS = 60_000

/**
 * Pages that ask at random moments, against lists that are kept as the budget says.
 *
 * @param askedPerSecond By all pages together, once all are open.
 */
function simulate(companies: number, askedPerSecond: number, minutes: number, openedWithinMs = 0) {
  let now = 1_000_000
  const budget = createReadBudget(() => now)
  const readAt = new Map<number, number>()
  const began = now
  const reads: number[] = []
  let oldestMs = 0
  let seed = 1
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  for (let asked = 1; asked <= askedPerSecond * 60 * minutes; asked += 1) {
    now = began + (asked * 1_000) / askedPerSecond
    const open = openedWithinMs === 0 ? companies : Math.ceil(((now - began) / openedWithinMs) * companies)
    const company = Math.floor(random() * Math.min(companies, open))
    const known = readAt.get(company)
    const ageMs = known === undefined ? 0 : now - known
    if (known !== undefined && (ageMs < 2_000 || !budget.isDue(String(company), ageMs))) {
      if (now - began > MINUTE_MS) oldestMs = Math.max(oldestMs, ageMs)
      continue
    }
    budget.spend()
    readAt.set(company, now)
    reads.push(now - began)
  }
  /** From the second minute on. */
  const perSecond = Array.from({ length: (minutes - 1) * 60 }, () => 0)
  for (const at of reads) {
    const second = Math.floor(at / 1_000) - 60
    if (second in perSecond) perSecond[second] = (perSecond[second] ?? 0) + 1
  }
  const average = perSecond.reduce((sum, count) => sum + count, 0) / perSecond.length
  return { average, most: Math.max(...perSecond), oldestMs }
}

test('a few companies are read as often as their pages ask, every two seconds', () => {
  const { average, oldestMs } = simulate(20, 400, 3)
  expect(oldestMs).toBeLessThanOrEqual(2_000)
  expect(average).toBeGreaterThan(9)
})

test('100,000 pages of 1,000 companies cost 25 reads a second, and none sees what is older than two turns', () => {
  const { average, most, oldestMs } = simulate(1_000, 1_667, 5)
  expect(average).toBeLessThanOrEqual(25)
  // What was saved up a moment before may come on top.
  expect(most).toBeLessThanOrEqual(51)
  expect(oldestMs).toBeLessThanOrEqual(2 * 40_000)
})

test('so do companies that come one after the other', () => {
  const { average, most } = simulate(1_000, 1_667, 5, 2 * MINUTE_MS)
  expect(average).toBeLessThanOrEqual(30)
  expect(most).toBeLessThanOrEqual(75)
})

test('what nobody asked for in five minutes is read, whatever is used up', () => {
  const budget = createReadBudget(() => 0)
  for (let read = 0; read < 100; read += 1) budget.spend()
  expect([budget.isDue('a', 5 * MINUTE_MS - 1), budget.isDue('a', 5 * MINUTE_MS)]).toEqual([false, true])
})

test('many that come at once do not use up more than a minute', () => {
  let now = 0
  const budget = createReadBudget(() => now)
  for (let read = 0; read < 10_000; read += 1) budget.spend()
  now = MINUTE_MS + 40
  expect(budget.isDue('a', 2_000)).toBe(true)
})

test('a clock that is set back does not use it up', () => {
  let now = 10 * MINUTE_MS
  const budget = createReadBudget(() => now)
  for (let read = 0; read < 100; read += 1) budget.spend()
  now = 0
  budget.spend()
  now = MINUTE_MS + 40
  expect(budget.isDue('a', 2_000)).toBe(true)
})
