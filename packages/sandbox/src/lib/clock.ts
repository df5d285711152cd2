/** The sandbox's own time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Microseconds since the epoch, and never the same twice within one millisecond. */
  stamp(): number
  /** Forgets the stamps that it gave. */
  reset(): void
}

export function createClock(now: () => number): Clock {
  let last = 0
  return {
    now,
    stamp() {
      const start = Math.floor(now()) * 1000
      last = last >= start && last < start + 1000 ? last + 1 : start
      return last
    },
    reset() {
      last = 0
    },
  }
}

/**
 * A date-time as the REST API writes it: whole seconds and `Z`.
 *
 * @param stamp microseconds since the epoch
 */
export function restTime(stamp: number): string {
  return `${new Date(stamp / 1000).toISOString().slice(0, 19)}Z`
}

/**
 * A date-time as webhooks write it: six fractional digits and no offset.
 *
 * @param stamp microseconds since the epoch
 */
export function webhookTime(stamp: number): string {
  const seconds = Math.floor(stamp / 1_000_000)
  const fraction = String(stamp - seconds * 1_000_000).padStart(6, '0')
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}`
}
