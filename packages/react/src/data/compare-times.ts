import type { ConnectionView } from '@nectar-connect/contract/wire'

/**
 * When a connection's status is known to have held: when it was last checked, and when anything about the connection
 * last changed. The server dates what it finds by reading in the same way.
 */
export function cachedStatusTime({ statusAt, updatedAt }: ConnectionView): string | null {
  return compareTimes(updatedAt, statusAt) > 0 ? updatedAt : statusAt
}

/**
 * Which of two moments is later, as far as their digits tell: Nectar writes some with microseconds and others in whole
 * seconds only, and a `Date` would drop what makes the difference.
 *
 * @returns negative: `a` is earlier; positive: it is later; 0: the same, or not to be told apart
 */
export function compareTimes(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  const [one, other] = [split(a), split(b)]
  if (one.second !== other.second) return one.second < other.second ? -1 : 1
  const digits = Math.min(one.fraction.length, other.fraction.length)
  const [left, right] = [one.fraction.slice(0, digits), other.fraction.slice(0, digits)]
  return left === right ? 0 : left < right ? -1 : 1
}

function split(iso: string): { second: number; fraction: string } {
  // Zeros at the end say nothing: whole seconds are written with them as well.
  const fraction = /\.(\d+)/.exec(iso)?.[1]?.replace(/0+$/, '') ?? ''
  return { second: Math.floor(Date.parse(iso) / 1000), fraction }
}
