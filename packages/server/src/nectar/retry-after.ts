/**
 * Milliseconds that a `Retry-After` header asks to wait; null when there is none that can be read.
 *
 * @param date The answer's own `Date` header, from which a date is counted, so that the host's clock does not matter.
 */
export function readRetryAfter(header: string | null, date: string | null, now: () => number): number | null {
  if (header === null) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const until = Date.parse(header)
  if (!Number.isFinite(until)) return null
  const from = Date.parse(date ?? '')
  return Math.max(0, until - (Number.isFinite(from) ? from : now()))
}
