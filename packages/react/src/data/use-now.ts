import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000

const listeners = new Set<() => void>()
let now = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The time in milliseconds since the epoch, to the minute: for what ages on screen. One timer serves a page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read, readAhead)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, MINUTE_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  for (const listener of [...listeners]) listener()
}

/** The same for everything that is drawn within a minute, and never long past. */
function read(): number {
  const current = Date.now()
  if (Math.abs(current - now) >= MINUTE_MS) now = current
  return now
}

/** On a server, and while the page takes over what came from there: a page that is rendered ahead has no time. */
function readAhead(): number {
  return 0
}
