import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createElapsedClock } from './platform.ts'

function clockAt() {
  const time = { wall: 1_000_000, monotonic: 0 }
  const clock = createElapsedClock(
    () => time.wall,
    () => time.monotonic,
  )
  return { time, clock }
}

/** One that counts already. */
function startedClock() {
  const made = clockAt()
  made.clock()
  return made
}

test('counts from when it is first asked', () => {
  const { time, clock } = clockAt()
  time.wall += 3_600_000
  expect(clock()).toBe(0)
})

test('sleep counts, though the monotonic clock stood still', () => {
  const { time, clock } = startedClock()
  time.wall += 3_600_000
  expect(clock()).toBe(3_600_000)
})

test('a wall clock that is set back takes nothing back', () => {
  const { time, clock } = startedClock()
  time.wall -= 86_400_000
  time.monotonic += 5_000
  expect(clock()).toBe(5_000)
})

test('never runs backwards, and never slower than the monotonic clock', () => {
  const step = fc.record({ wall: fc.integer({ min: -10_000, max: 10_000 }), monotonic: fc.nat(10_000) })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { time, clock } = startedClock()
      let last = 0
      for (const { wall, monotonic } of steps) {
        time.wall += wall
        time.monotonic += monotonic
        const now = clock()
        expect(now).toBeGreaterThanOrEqual(last)
        expect(now).toBeGreaterThanOrEqual(time.monotonic)
        last = now
      }
    }),
  )
})
