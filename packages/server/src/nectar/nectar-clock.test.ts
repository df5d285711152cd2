import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNectarClock } from './nectar-clock.ts'

const START = Date.UTC(2026, 0, 1)
const floorToSecond = (ms: number) => Math.floor(ms / 1000) * 1000
const iso = (ms: number) => new Date(ms).toISOString()

const observation = fc.record({
  pause: fc.nat(100_000),
  there: fc.nat(3_000),
  back: fc.nat(3_000),
  form: fc.constantFrom('http', 'iso', 'micro'),
})

test('never says that more is left than is, and no more than the best observation leaves open less', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(observation, { minLength: 1, maxLength: 8 }),
      fc.nat(4_000_000),
      (skew, observations, life) => {
        let host = START
        const clock = createNectarClock(() => host)
        let best = Number.POSITIVE_INFINITY
        for (const { pause, there, back, form } of observations) {
          const sentAt = host + pause
          const made = sentAt + there + skew
          host = sentAt + there + back
          const stamp =
            form === 'http'
              ? new Date(floorToSecond(made)).toUTCString()
              : form === 'iso'
                ? iso(floorToSecond(made)).replace('.000Z', 'Z')
                : iso(made).replace('Z', '123')
          clock.observe(stamp, { sentAt, receivedAt: host })
          best = Math.min(best, there + (form === 'micro' ? 1 : 1000))
        }
        const left = clock.remainingMs(iso(host + skew + life)) ?? Number.NaN
        expect(left).toBeLessThanOrEqual(life)
        expect(left).toBeGreaterThanOrEqual(Math.max(0, life - best))
      },
    ),
  )
})

test('follows a clock that was set', () => {
  let host = START
  const clock = createNectarClock(() => host)
  clock.observe(iso(START), { sentAt: START, receivedAt: START })
  host = START + 10 * 3_600_000
  clock.observe(iso(START + 1_000), { sentAt: host, receivedAt: host })
  expect(clock.remainingMs(iso(START + 61_000))).toBe(59_999)
})

test('ignores what is no date, and reckons with the host as long as it knows nothing', () => {
  const clock = createNectarClock(() => START)
  clock.observe('yesterday', { sentAt: START, receivedAt: START })
  clock.observe(null, { sentAt: START, receivedAt: START })
  expect(clock.remainingMs(iso(START + 5_000))).toBe(5_000)
  expect(clock.remainingMs(iso(START - 5_000))).toBe(0)
  expect(clock.remainingMs(null)).toBeNull()
})

test.each([
  [-61_500, 1],
  [-60_000, 0],
  [0, 0],
  [60_000, 0],
  [61_500, 1],
])('a clock that is %i ms off is told of only when it is certainly more than a minute', (skew, times) => {
  let told = 0
  const clock = createNectarClock(
    () => START,
    () => told++,
  )
  const stamp = new Date(floorToSecond(START + skew)).toUTCString()
  clock.observe(stamp, { sentAt: START, receivedAt: START + 400 })
  expect(told).toBe(times)
})
