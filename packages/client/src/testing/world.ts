import type { SessionEnvironment } from '../session/environment.ts'
import { createSessionStorage } from '../session/session-storage.ts'
import { createBackend } from './backend.ts'
import { createStorage } from './storage.ts'

const LONGEST_TIMER_MS = 2 ** 31 - 1

interface Timer {
  at: number
  callback: () => void
  isOfSession: boolean
}

/** A world whose clocks, timers, page and backend the test moves by hand. */
export function createWorld() {
  const timers = new Map<number, Timer>()
  const returns = new Set<() => void>()
  const leaves = new Set<() => void>()
  const storage = createStorage()
  let time = 0
  let lead = 0
  let ids = 0
  let loads = 0

  const backend = createBackend((callback, ms) => void addTimer(callback, ms, false))

  function addTimer(callback: () => void, ms: number, isOfSession: boolean) {
    const id = ++ids
    timers.set(id, { at: time + Math.max(0, ms), callback, isOfSession })
    return () => void timers.delete(id)
  }

  function moveTo(moment: number) {
    backend.now += moment - time
    time = moment
  }

  const world = {
    backend,
    storage,
    isVisible: true,
    isReload: false,
    /** The session's clock. */
    now: () => time + lead,
    /** Timers of the session that are set. */
    timers: () => [...timers.values()].filter(({ isOfSession }) => isOfSession).length,
    /** What the session listens to besides. */
    listeners: () => returns.size + leaves.size,

    /** Time goes by, and every timer fires when it is due. */
    async advance(ms: number) {
      const end = time + ms
      for (;;) {
        await settle()
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)
        if (!next) break
        timers.delete(next[0])
        moveTo(Math.max(time, next[1].at))
        next[1].callback()
      }
      moveTo(end)
      await settle()
    },
    /** Time goes by, and no timer fires before its end. */
    async sleep(ms: number) {
      moveTo(time + ms)
      for (const callback of [...returns]) callback()
      await world.advance(0)
    },
    /** The session's clock says that more time went by than did. */
    jump(ms: number) {
      lead += ms
      for (const callback of [...returns]) callback()
    },
    /** Time goes by on Nectar's clock only. */
    pass(ms: number) {
      backend.now += ms
    },
    hide() {
      world.isVisible = false
    },
    async show() {
      world.isVisible = true
      for (const callback of [...returns]) callback()
      await settle()
    },
    /** The page is left, or crashes: nothing of it goes on. */
    async leave({ isCrash = false } = {}) {
      if (!isCrash) for (const callback of [...leaves]) callback()
      loads++
      for (const [id, { isOfSession }] of timers) if (isOfSession) timers.delete(id)
      returns.clear()
      leaves.clear()
      await settle()
    },

    /** What a session needs, in this load of the page. */
    load(): SessionEnvironment {
      const load = loads
      const client = backend.connect(() => load !== loads)
      return {
        client,
        clock: { now: world.now },
        today: () => new Date(Date.parse('2026-11-24T14:02:00Z') + time),
        createId: () => `id-${++ids}`,
        ownOrigin: () => 'https://app.plumbline.example',
        isVisible: () => world.isVisible,
        isReload: () => world.isReload,
        stored: createSessionStorage(() => storage, client, load),
        onReturn: (callback) => listen(returns, callback),
        onLeave: (callback) => listen(leaves, callback),
        setTimer: (callback, ms) => addTimer(callback, Math.min(ms, LONGEST_TIMER_MS), true),
      }
    },
  }
  return world
}

export type World = ReturnType<typeof createWorld>

function listen(listeners: Set<() => void>, callback: () => void) {
  listeners.add(callback)
  return () => void listeners.delete(callback)
}

/** Lets every promise that is due run. */
export async function settle() {
  for (let turn = 0; turn < 15; turn++) await Promise.resolve()
}
