import type { Scheduler } from '../lib/scheduler.ts'
import { ConnectionBroken } from './connection-broken.ts'

/** Requests that wait on purpose. */
export interface HangingRequests {
  /**
   * @param delayMs milliseconds of real time; null: until the client goes away
   * @throws ConnectionBroken when the client goes away, or the sandbox breaks off what it holds
   */
  hold(request: Request, delayMs: number | null): Promise<void>
  /** Breaks off everything that waits. */
  breakAll(): void
}

/** @param schedule the platform's, not the sandbox's clock: a frozen sandbox still answers */
export function createHangingRequests(schedule: Scheduler): HangingRequests {
  const held = new Set<() => void>()
  return {
    hold(request, delayMs) {
      const { signal } = request
      if (signal.aborted) return Promise.reject(new ConnectionBroken())
      return new Promise((resolve, reject) => {
        const release = () => {
          held.delete(breakOff)
          signal.removeEventListener('abort', breakOff)
          cancel()
        }
        const breakOff = () => {
          release()
          reject(new ConnectionBroken())
        }
        const goOn = () => {
          release()
          resolve()
        }
        const cancel = delayMs === null ? () => {} : schedule(goOn, delayMs)
        held.add(breakOff)
        signal.addEventListener('abort', breakOff)
      })
    },
    breakAll() {
      for (const breakOff of [...held]) breakOff()
    },
  }
}
