import type { DoctorOptions } from './doctor-options.ts'
import type { Probe } from './probe.ts'

/** What every check is handed. */
export interface DoctorContext {
  options: DoctorOptions
  ask: Probe
  /** Milliseconds since the epoch. */
  now: () => number
  /** Milliseconds that the first event of a stream may take. */
  streamLimitMs: number
}

/**
 * How far the clock behind an answer is ahead of this machine's, in milliseconds; null when the answer does not tell.
 * Good to a second: that is as exact as a `Date` header is.
 */
export function aheadMs(answer: { headers: Headers; sentAt: number; receivedAt: number }): number | null {
  const date = Date.parse(answer.headers.get('date') ?? '')
  // A cache's answer carries the date of an earlier one.
  if (Number.isNaN(date) || answer.headers.has('age')) return null
  return Math.round(date + 500 - (answer.sentAt + answer.receivedAt) / 2)
}

/** `2 min 5 s`. */
export function formatSpan(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  if (seconds < 60) return `${seconds} s`
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
