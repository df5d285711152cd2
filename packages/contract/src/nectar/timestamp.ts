import * as z from 'zod/mini'

const SHAPE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * A date-time as Nectar writes it: REST answers carry an offset and whole seconds, webhooks carry no offset and
 * six or nine fractional digits. Kept as the string it came as, since a `Date` would drop the microseconds.
 */
export const nectarTimestamp = z.string().check(
  z.regex(SHAPE),
  z.refine((text) => Number.isFinite(timestampToMs(text))),
)

/**
 * Milliseconds since the epoch of a Nectar date-time; without an offset it is read as UTC.
 *
 * @returns `NaN` when the text is not a date-time.
 */
export function timestampToMs(text: string): number {
  const match = SHAPE.exec(text)
  if (!match) return Number.NaN
  const withOffset = match[1] ? text : `${text}Z`
  return Date.parse(withOffset.replace(' ', 'T').replace(/(\.\d{3})\d+/, '$1'))
}
