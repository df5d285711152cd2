import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubBrowser } from '../testing/browser.ts'
import { onReturn } from './platform.ts'

let browser: ReturnType<typeof stubBrowser>
let calls: number
let end: () => void

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: 1_000_000 })
  browser = stubBrowser()
  calls = 0
  end = onReturn(() => calls++)
})

afterEach(() => {
  end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Both clocks go on, and the timer fires when it is due. */
function pass(seconds: number) {
  for (let second = 0; second < seconds; second++) {
    browser.clock.monotonic += 1_000
    vi.advanceTimersByTime(1_000)
  }
}

/** The clocks go on while no timer fires. */
function stall({ wall, monotonic }: { wall: number; monotonic: number }) {
  vi.setSystemTime(Date.now() + wall)
  browser.clock.monotonic += monotonic
}

test('time that simply goes by is no return', () => {
  pass(3_600)
  expect(calls).toBe(0)
})

describe('the clocks tell of what no event does', () => {
  test.each([
    ['sleep, through which the monotonic clock stood still', { wall: 600_000, monotonic: 0 }],
    ['sleep, through which both went on', { wall: 600_000, monotonic: 600_000 }],
    ['a wall clock that was set forward', { wall: 5_000, monotonic: 0 }],
    ['a wall clock that was set back', { wall: -600_000, monotonic: 0 }],
    ['a timer that came late, in a throttled tab', { wall: 60_000, monotonic: 60_000 }],
  ])('%s', (_, jump) => {
    pass(5)
    stall(jump)
    pass(1)
    expect(calls).toBe(1)
    pass(60)
    expect(calls).toBe(1)
  })

  test('a timer that is a little late is nothing', () => {
    stall({ wall: 1_500, monotonic: 1_500 })
    pass(1)
    stall({ wall: 1_500, monotonic: 0 })
    pass(1)
    expect(calls).toBe(0)
  })
})

describe('events', () => {
  test.each(['focus', 'online', 'pageshow'])('%s', (type) => {
    browser.window.dispatchEvent(new Event(type))
    expect(calls).toBe(1)
  })

  test('the page is shown again, not hidden', () => {
    browser.document.visibilityState = 'hidden'
    browser.document.dispatchEvent(new Event('visibilitychange'))
    expect(calls).toBe(0)
    browser.document.visibilityState = 'visible'
    browser.document.dispatchEvent(new Event('visibilitychange'))
    expect(calls).toBe(1)
  })
})

test('when it ends, nothing calls back any more', () => {
  end()
  expect(vi.getTimerCount()).toBe(0)
  stall({ wall: 600_000, monotonic: 0 })
  vi.advanceTimersByTime(5_000)
  for (const type of ['focus', 'online', 'pageshow']) browser.window.dispatchEvent(new Event(type))
  browser.document.dispatchEvent(new Event('visibilitychange'))
  expect(calls).toBe(0)
})
