import type { ConnectClient } from '../connect-client.ts'
import { onReturn } from '../lib/on-return.ts'
import { report } from '../lib/report.ts'
import { openScopeChannel, type ScopeChannel } from './scope-channel.ts'
import { takeSeat } from './take-seat.ts'

export type StreamClient = Pick<ConnectClient, 'basePath' | 'openChanges' | 'scope' | 'isSettled'>

/** What the stream needs of the world. Tests replace it. */
export interface StreamEnvironment {
  client: StreamClient
  isVisible: () => boolean
  /** Calls back when the page is shown or hidden, or may have slept, or its network comes back. */
  onWake: (callback: () => void) => () => void
  setTimer: (callback: () => void, ms: number) => () => void
  /** Wall time in milliseconds: a page that slept has to notice. */
  now: () => number
  /** From 0 to 1. */
  random: () => number
  /** A place among the few streams that all tabs of this site may have open; see `takeSeat`. */
  takeSeat: () => Promise<(() => void) | null>
  /** The other tabs of this site. */
  openScopeChannel: (onScope: (scope: string) => void) => ScopeChannel
  /** Takes what a listener threw: the stream goes on. */
  report: (error: unknown) => void
}

/**
 * The stream's world in a browser.
 *
 * @example const changes = createChangeStream(browserStreamEnvironment(createConnectClient()))
 */
export function browserStreamEnvironment(client: StreamClient): StreamEnvironment {
  return {
    client,
    isVisible: () => document.visibilityState === 'visible',
    onWake(callback) {
      const endReturn = onReturn(callback)
      document.addEventListener('visibilitychange', callback)
      return () => {
        endReturn()
        document.removeEventListener('visibilitychange', callback)
      }
    },
    setTimer(callback, ms) {
      const id = setTimeout(callback, ms)
      return () => clearTimeout(id)
    },
    now: Date.now,
    random: Math.random,
    takeSeat,
    openScopeChannel: (onScope) => openScopeChannel(client.basePath, onScope),
    report,
  }
}
