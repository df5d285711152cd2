import type { Platform } from './platform.ts'

/**
 * Tells the other tabs of a site who is signed in here, by the opaque scope and nothing else: over a channel that all
 * pages on one base path share. Where a browser has none, nothing is told or heard.
 *
 * @param onScope called with what other tabs tell
 */
export function openScopeChannel(basePath: string, onScope: (scope: string) => void) {
  const channel = open(`nectar-connect:${basePath}`)
  if (channel === null) return { announce(_scope: string) {}, close() {} }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const scope = readScope(data)
    if (scope !== null) onScope(scope)
  }
  return {
    announce: (scope: string) => channel.postMessage({ scope }),
    close: () => channel.close(),
  }
}

/** A document on an opaque origin has the constructor, and may not use it. */
function open(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name)
  } catch {
    return null
  }
}

/** The channel belongs to the whole origin: what comes over it need not be ours. */
function readScope(data: unknown): string | null {
  const isMessage = typeof data === 'object' && data !== null && 'scope' in data
  return isMessage && typeof data.scope === 'string' ? data.scope : null
}

/** Over HTTP/1.1 all tabs have six connections to a server together, and each stream keeps one. */
const SEATS = 3

/** A place among the streams of all tabs. @returns gives it back; null: all are taken, or there are no Web Locks */
export async function takeSeat(): Promise<(() => void) | null> {
  for (let seat = 1; seat <= SEATS; seat++) {
    const leave = await lock(`nectar-connect:stream:${seat}`)
    if (leave !== null) return leave
  }
  return null
}

function lock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    // Older types say that it is always there. A document on an opaque origin may not use it.
    const locks: LockManager | undefined = navigator.locks
    if (!locks) return resolve(null)
    locks
      .request(name, { ifAvailable: true }, (held) => {
        if (held === null) return resolve(null)
        return new Promise<void>((leave) => resolve(leave))
      })
      .catch(() => resolve(null))
  })
}

/** A browser, with what the stream of changes needs of its other tabs. */
export interface StreamPlatform extends Platform {
  takeSeat: typeof takeSeat
  openScopeChannel: typeof openScopeChannel
}
