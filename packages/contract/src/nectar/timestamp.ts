import * as z from 'zod/mini'

const SHAPE = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?$/

/**
 * A date-time as Nectar writes it: REST answers carry an offset and whole seconds, webhooks carry no offset and
 * six or nine fractional digits. Kept as the string it came as, since a `Date` would drop the microseconds.
 */
export const nectarTimestamp = z.string().check(z.refine((text) => Number.isFinite(timestampToMs(text))))

/**
 * Milliseconds since the epoch of a Nectar date-time; without an offset it is read as UTC.
 *
 * @returns `NaN` when the text is not a date-time.
 */
export function timestampToMs(text: string): number {
  const match = SHAPE.exec(text)
  if (!match || !isCalendarDay(text.slice(0, 10))) return Number.NaN
  const [, local = '', offset = 'Z'] = match
  const milliseconds = local.replace(' ', 'T').replace(/(\.\d{3})\d+$/, '$1')
  return Date.parse(milliseconds + offset.replace(/^(...)(\d\d)$/, '$1:$2'))
}

/** `Date.parse` would turn 30 February into 1 March. */
function isCalendarDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8))
}
