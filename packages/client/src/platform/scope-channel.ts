/** Tells the other tabs of a site who is signed in here, by the opaque scope and nothing else. */
export interface ScopeChannel {
  announce(scope: string): void
  close(): void
}

/**
 * Opens the channel that all pages on one base path share. Where a browser has none, nothing is told or heard.
 *
 * @param onScope called with what other tabs tell
 */
export function openScopeChannel(basePath: string, onScope: (scope: string) => void): ScopeChannel {
  const channel = open(`nectar-connect:${basePath}`)
  if (channel === null) return { announce() {}, close() {} }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const scope = readScope(data)
    if (scope !== null) onScope(scope)
  }
  return {
    announce: (scope) => channel.postMessage({ scope }),
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
