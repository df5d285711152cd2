import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browserPlatform, createElapsedClock, onReturn, type Platform } from './platform.ts'

const DAY_MS = 86_400_000

let browser: ReturnType<typeof stubBrowser>
let platform: Platform

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: 1_000_000,
  })
  browser = stubBrowser()
  platform = browserPlatform()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a timer', () => {
  test('of more than 24.8 days does not fire at once', () => {
    const fired = vi.fn()
    platform.setTimer(fired, 40 * DAY_MS)
    vi.advanceTimersByTime(24 * DAY_MS)
    expect(fired).not.toHaveBeenCalled()
    vi.advanceTimersByTime(DAY_MS)
    expect(fired).toHaveBeenCalledOnce()
  })

  test('that is canceled does not fire', () => {
    const fired = vi.fn()
    platform.setTimer(fired, 1_000)()
    vi.advanceTimersByTime(2_000)
    expect(fired).not.toHaveBeenCalled()
  })
})

describe('leaving the page', () => {
  const leave = (persisted: boolean) =>
    browser.window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }))

  test('for good', () => {
    const left = vi.fn()
    const end = platform.onLeave(left)
    leave(false)
    expect(left).toHaveBeenCalledOnce()
    end()
    leave(false)
    expect(left).toHaveBeenCalledOnce()
  })

  test('for the back-forward cache: it may come back as it was', () => {
    const left = vi.fn()
    platform.onLeave(left)
    leave(true)
    expect(left).not.toHaveBeenCalled()
  })
})

describe('a page takes the place of an earlier load of itself', () => {
  test.each([
    ['reload', true],
    ['navigate', false],
    ['back_forward', true],
  ])('%s: %s', (type, expected) => {
    browser.navigation.type = type
    expect(platform.isReload()).toBe(expected)
  })

  test('that the browser discarded', () => {
    Object.assign(browser.document, { wasDiscarded: true })
    expect(platform.isReload()).toBe(true)
  })
})

test('knows its origin, and whether somebody sees it', () => {
  expect(platform.origin()).toBe('https://app.plumbline.example')
  expect(platform.isVisible()).toBe(true)
  browser.document.visibilityState = 'hidden'
  expect(platform.isVisible()).toBe(false)
})

test('names this load of the page by its time', () => {
  expect(platform.loadedAt()).toBe(1_000)
})

test('an id is a random UUID, also on a page that is not secure', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const ids = Array.from({ length: 200 }, () => platform.createId())
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('a return to the page', () => {
  let calls: number
  let end: () => void

  beforeEach(() => {
    calls = 0
    end = onReturn(() => calls++)
  })

  afterEach(() => end())

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
})

describe('the clock of elapsed time', () => {
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
})

/** As much of a browser as a session touches, in Node. `vi.unstubAllGlobals` takes it away again. */
function stubBrowser() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const window = new EventTarget()
  const navigation = { type: 'navigate' }
  vi.stubGlobal('document', document)
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', { origin: 'https://app.plumbline.example' })
  const clock = { monotonic: 0 }
  vi.stubGlobal('performance', {
    now: () => clock.monotonic,
    timeOrigin: 1_000,
    getEntriesByType: (type: string) => (type === 'navigation' ? [navigation] : []),
  })
  return { document, window, navigation, clock }
}
