import { dateFormat, numberFormat, relativeFormat } from './intl.ts'
import type { Messages } from './messages.ts'
import { format } from './text.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A moment as people say it: the time today, "yesterday", else day and month; with the year if it is not this one. */
export function formatWhen(locale: string, iso: string, now: Date): string {
  const date = new Date(iso)
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  const daysAgo = Math.ceil((midnight - date.getTime()) / DAY)
  if (daysAgo <= 0) return write(locale, date, { hour: 'numeric', minute: '2-digit' })
  if (daysAgo === 1) return relativeFormat(locale).format(-1, 'day')
  return write(locale, date, dayOptions(date, now, 'short'))
}

/** Minutes and seconds left, `1:45`. */
export function formatLeft(locale: string, ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const two = numberFormat(locale, { minimumIntegerDigits: 2 })
  return `${numberFormat(locale).format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`
}

/** Day and time, `Today, 11:40` or `12 Nov, 08:02`; with the year if it is not this one. */
export function formatMoment(
  { locale, today }: Pick<Messages, 'locale' | 'today'>,
  iso: string,
  now: Date,
): string {
  const date = new Date(iso)
  const time = { hour: 'numeric', minute: '2-digit' } as const
  if (date.toDateString() === now.toDateString()) return format(today, { time: write(locale, date, time) })
  return write(locale, date, { ...dayOptions(date, now, 'short'), ...time })
}

/** Until when something works, from milliseconds: a weekday with its time within two days, else day and month. */
export function formatUntil(locale: string, at: number, now: Date): string {
  const date = new Date(at)
  if (at - now.getTime() < 2 * DAY) {
    return write(locale, date, { weekday: 'long', hour: 'numeric', minute: '2-digit' })
  }
  return write(locale, date, dayOptions(date, now, 'long'))
}

/** A time that cannot be read is a dash: formats throw for it. */
function write(locale: string, date: Date, options: Intl.DateTimeFormatOptions): string {
  return Number.isNaN(date.getTime()) ? '–' : dateFormat(locale, options).format(date)
}

function dayOptions(date: Date, now: Date, month: 'short' | 'long'): Intl.DateTimeFormatOptions {
  const isThisYear = date.getFullYear() === now.getFullYear()
  return { day: 'numeric', month, ...(isThisYear ? {} : { year: 'numeric' }) }
}

/** How long something lasted, in its largest unit: `69 days`, `5 hours`, `1 minute`. */
export function formatDuration(locale: string, ms: number): string {
  const [unit, length] =
    ms >= DAY
      ? (['day', DAY] as const)
      : ms >= HOUR
        ? (['hour', HOUR] as const)
        : (['minute', MINUTE] as const)
  const count = Math.max(1, Math.floor(ms / length))
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
