const inUtc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })

const clock = inUtc({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const date = inUtc({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const day = inUtc({ day: 'numeric', month: 'short' })

const DAY_MS = 86_400_000

/** Such as `14:16:22`, in UTC. @param ms milliseconds since the epoch */
export function formatClock(ms: number): string {
  return clock.format(new Date(ms))
}

/** Such as `Tue, 24 Nov 2026`. @param ms milliseconds since the epoch */
export function formatDate(ms: number): string {
  return date.format(new Date(ms))
}

/** The time where it is less than a day away from `now`, else the day. Both in milliseconds since the epoch. */
export function formatMoment(ms: number, now: number): string {
  return Math.abs(now - ms) < DAY_MS ? formatClock(ms).slice(0, 5) : day.format(new Date(ms))
}

const UNITS: readonly (readonly [string, number])[] = [
  ['y', 365 * DAY_MS],
  ['mo', 30 * DAY_MS],
  ['d', DAY_MS],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
]

/** A length of time in its largest unit, such as `3 d`. @param ms milliseconds */
export function formatSpan(ms: number): string {
  const length = Math.abs(ms)
  const [unit, size] = UNITS.find(([, size]) => length >= size) ?? ['s', 1000]
  return `${Math.floor(length / size)} ${unit}`
}

/** Such as `−12 s`. @param ms milliseconds */
export function formatSkew(ms: number): string {
  if (ms === 0) return '0 s'
  const length = Math.abs(ms)
  const text = length < 600_000 ? `${Math.round(length / 1000)} s` : formatSpan(length)
  return `${ms < 0 ? '−' : '+'}${text}`
}

/** The part of an id that people tell things apart by. */
export function shortId(id: string): string {
  return id.slice(0, 4)
}

/** Such as `msg_2kWq`. */
export function shortEventId(id: string): string {
  return id.slice(0, 8)
}
