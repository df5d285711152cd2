import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubBrowser } from '../testing/browser.ts'
import { browserPlatform, type Platform } from './platform.ts'

const DAY_MS = 86_400_000

let browser: ReturnType<typeof stubBrowser>
let platform: Platform

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
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
