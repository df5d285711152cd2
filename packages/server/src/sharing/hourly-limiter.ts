const HOUR_MS = 3_600_000

/** How often a key was counted, and until when that holds, in milliseconds since the epoch. */
interface Window {
  count: number
  endsAt: number
}

/**
 * Counts in this process: for each key, at most so many in an hour from the first.
 *
 * @returns as the limiters of `rate-limiter-flexible`: rejects with `{ msBeforeNext }`
 */
export function createHourlyLimiter(perHour: number, now: () => number) {
  const windows = new Map<string, Window>()

  function forgetEnded() {
    for (const [key, { endsAt }] of windows) if (endsAt <= now()) windows.delete(key)
  }

  return {
    consume(key: string): Promise<unknown> {
      forgetEnded()
      const window = windows.get(key) ?? { count: 0, endsAt: now() + HOUR_MS }
      if (window.count >= perHour) return Promise.reject({ msBeforeNext: window.endsAt - now() })
      windows.set(key, { ...window, count: window.count + 1 })
      return Promise.resolve()
    },
  }
}
