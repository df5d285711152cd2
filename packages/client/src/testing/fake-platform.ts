import { digestText, type SharingPlatform } from '../platform/clipboard.ts'
import type { StreamPlatform } from '../platform/other-tabs.ts'

const LONGEST_TIMER_MS = 2 ** 31 - 1
const START = Date.parse('2026-11-24T14:02:00Z')

interface Timer {
  at: number
  callback: () => void
  /** The load of the page that set it; null: whatever is behind the network. */
  load: number | null
}

/**
 * A browser whose clocks, timers, storage and page the test moves by hand.
 *
 * @param settle lets every promise that is due run
 */
export function createFakePlatform(settle: () => Promise<void> = settlePromises) {
  const timers = new Map<number, Timer>()
  const returns = new Set<() => void>()
  const wakes = new Set<() => void>()
  const leaves = new Set<() => void>()
  const channels = new Set<(scope: string) => void>()
  let time = 0
  let lead = 0
  let ids = 0
  let loads = 0

  const callAll = (listeners: Set<() => void>) => [...listeners].forEach((callback) => void callback())

  function setTimer(callback: () => void, ms: number, load: number | null) {
    const id = ++ids
    timers.set(id, { at: time + Math.max(0, ms), callback, load })
    return () => void timers.delete(id)
  }

  const browser = {
    storage: createStorage(),
    isVisible: true,
    isReload: false,
    /** How many streams the tabs of this site may still open. */
    seats: 3,
    random: 1,
    canCopy: true,
    /** What went to the clipboard. */
    copied: [] as string[],
    /** What each listener threw. */
    reported: [] as unknown[],
    /** What this tab told the others. */
    told: [] as string[],
    /** The page's clock. */
    now: () => time + lead,
    /** Time that went by, whatever the page's clock says. */
    elapsed: () => time,
    loads: () => loads,
    timers: () => [...timers.values()].filter(({ load }) => load !== null).length,
    listeners: () => returns.size + leaves.size,
    wakers: () => wakes.size,
    channels: () => channels.size,
    settle,

    /** A timer that is not of the page: it goes on when the page is left. */
    setServerTimer: (callback: () => void, ms: number) => setTimer(callback, ms, null),

    /** Time goes by, and every timer fires when it is due. */
    async advance(ms: number) {
      const end = time + ms
      for (;;) {
        await settle()
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)
        if (!next) break
        timers.delete(next[0])
        time = Math.max(time, next[1].at)
        next[1].callback()
      }
      time = end
      await settle()
    },
    /** The device sleeps: time goes by, and no timer fires before the page has noticed. */
    async sleep(ms: number) {
      time += ms
      callAll(returns)
      callAll(wakes)
      await browser.advance(0)
    },
    /** The page's clock says that more time went by than did. */
    jump(ms: number) {
      lead += ms
      callAll(returns)
      callAll(wakes)
    },
    /** The page has a reason to look again. */
    async wake() {
      callAll(returns)
      callAll(wakes)
      await settle()
    },
    async hide() {
      browser.isVisible = false
      callAll(wakes)
      await settle()
    },
    async show() {
      browser.isVisible = true
      await browser.wake()
    },
    /** The page is left, or crashes: nothing of it goes on. */
    async leave({ isCrash = false } = {}) {
      if (!isCrash) callAll(leaves)
      for (const [id, { load }] of timers) if (load === loads) timers.delete(id)
      loads++
      for (const listeners of [returns, wakes, leaves]) listeners.clear()
      await settle()
    },
    /** Another tab tells who is signed in there. */
    async hear(scope: string) {
      for (const callback of [...channels]) callback(scope)
      await settle()
    },

    /** What this load of the page gets. */
    platform(): SharingPlatform & StreamPlatform {
      const load = loads
      return {
        now: browser.now,
        today: () => new Date(START + time),
        random: () => browser.random,
        createId: () => `id-${++ids}`,
        setTimer: (callback, ms) => setTimer(callback, Math.min(ms, LONGEST_TIMER_MS), load),
        storage: () => browser.storage,
        loadedAt: () => load,
        isReload: () => browser.isReload,
        origin: () => 'https://app.plumbline.example',
        isVisible: () => browser.isVisible,
        onReturn: (callback) => listen(returns, callback),
        onWake: (callback) => listen(wakes, callback),
        onLeave: (callback) => listen(leaves, callback),
        digest: digestText,
        async copyText(text) {
          const value = await text
          if (!browser.canCopy) throw new DOMException('denied', 'NotAllowedError')
          browser.copied.push(value)
        },
        async takeSeat() {
          if (browser.seats === 0) return null
          browser.seats--
          return () => void browser.seats++
        },
        openScopeChannel(_, onScope) {
          channels.add(onScope)
          return { announce: (scope) => void browser.told.push(scope), close: () => channels.delete(onScope) }
        },
        report: (error) => void browser.reported.push(error),
      }
    },
  }
  return browser
}

function listen<T>(listeners: Set<T>, callback: T) {
  listeners.add(callback)
  return () => void listeners.delete(callback)
}

/** Lets every promise that is due run. */
export async function settlePromises() {
  for (let turn = 0; turn < 15; turn++) await Promise.resolve()
}

/** A `sessionStorage` in memory. */
export function createStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}
