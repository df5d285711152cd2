import type { Timers } from '../lib/with-deadline.ts'

/** Time that moves only when a test, or something that sleeps, moves it. */
export interface TestClock {
  timers: Timers
  /** Milliseconds since the epoch. */
  now(): number
  advance(ms: number): void
  /** How long each sleep was asked to be. */
  sleeps: number[]
  /** Deadlines that are set and not reached. */
  pending(): number
}

export function createTestClock(start = Date.UTC(2026, 10, 24, 12, 0, 0)): TestClock {
  let time = start
  const deadlines = new Set<{ at: number; onReached: () => void }>()
  const sleeps: number[] = []
  const advance = (ms: number) => {
    time += ms
    for (const deadline of deadlines) {
      if (deadline.at > time) continue
      deadlines.delete(deadline)
      deadline.onReached()
    }
  }
  const deadline = (ms: number, onReached: () => void) => {
    const entry = { at: time + ms, onReached }
    deadlines.add(entry)
    return () => deadlines.delete(entry)
  }
  return {
    now: () => time,
    advance,
    sleeps,
    pending: () => deadlines.size,
    timers: {
      async sleep(ms) {
        sleeps.push(ms)
        advance(ms)
      },
      deadline,
      background: deadline,
      random: () => 0.5,
    },
  }
}

/** Waits for a condition by letting everything that is under way go on. */
export async function until(condition: () => boolean): Promise<void> {
  const start = performance.now()
  while (!condition()) {
    if (performance.now() - start > 20_000) throw new Error('The condition was never met.')
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Lets everything that is under way go on, to show that something does not happen. */
export async function quiet(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A promise that a test settles. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** Lets time go by in small steps, and at each step whatever is due. For work that needs nothing but promises. */
export async function passTime(clock: TestClock, ms: number): Promise<void> {
  const stepMs = 10
  for (let passed = 0; passed < ms; passed += stepMs) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(stepMs)
  }
  await quiet()
}
