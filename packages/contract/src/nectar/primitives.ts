import * as z from 'zod/mini'
import type { ReadUsual } from './usual.ts'

/** The versions of Nectar's REST API. They differ only in document and usage data, which this project leaves alone. */
export const NECTAR_API_VERSIONS = ['v2.2', 'v2.1', 'v2.0'] as const
/** The versions of Nectar's API. All calls that are made here are the same in each. */
export type NectarApiVersion = (typeof NECTAR_API_VERSIONS)[number]

/** Where a version is mounted: v2.0 lives under `/v2`. */
export function nectarVersionPath(version: NectarApiVersion): string {
  return version === 'v2.0' ? '/v2' : `/${version}`
}

/** Nectar's API. */
export const NECTAR_API_ORIGIN = 'https://external.nectarclimate.com'

/** Company, site, connection and invitation ids. Any UUID version is accepted: Nectar does not state one. */
export const uuid = z.guid()

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** Whether the schema `uuid` takes a value, for what comes in thousands. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}

/** Whether both name one object: uuids are the same in either case. */
export function isSameId(a: string | null | undefined, b: string): boolean {
  return a === b || a?.toLowerCase() === b.toLowerCase()
}

const SHAPE = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?$/

/** In UTC, as it nearly always comes: `Date.parse` reads it as it is, but for what comes after milliseconds. */
const USUAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|\.\d{1,9}Z?)$/

/**
 * A date-time as Nectar writes it: REST answers carry an offset and whole seconds, webhooks carry no offset and
 * six or nine fractional digits. Kept as the string it came as, since a `Date` would drop the microseconds.
 */
export const nectarTimestamp = z.string().check(z.refine((text) => Number.isFinite(timestampToMs(text))))

/** As the REST API documents it: in UTC, in whole seconds. */
const DOCUMENTED = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/

/** Whether the schema `nectarTimestamp` takes a value, for what comes in thousands. */
export function isTimestamp(value: unknown): value is string {
  return typeof value === 'string' && (DOCUMENTED.test(value) || Number.isFinite(timestampToMs(value)))
}

/** A Nectar date-time as ISO 8601 in UTC, with milliseconds; null when it is none. */
export function timestampToIso(text: string): string | null {
  if (DOCUMENTED.test(text)) return `${text.slice(0, 19)}.000Z`
  const ms = timestampToMs(text)
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null
}

/** Milliseconds since the epoch of a Nectar date-time, without an offset in UTC; `NaN` when it is none. */
export function timestampToMs(text: string): number {
  if (USUAL.test(text) && text.slice(8, 10) <= '28')
    return Date.parse(text.length === 20 ? text : `${text.slice(0, 23).replace('Z', '')}Z`)
  const match = SHAPE.exec(text)
  if (!match || !isCalendarDay(text.slice(0, 10))) return Number.NaN
  const [, local = '', offset = 'Z'] = match
  const milliseconds = local.replace(' ', 'T').replace(/(\.\d{3})\d+$/, '$1')
  return Date.parse(milliseconds + offset.replace(/^(...)(\d\d)$/, '$1:$2'))
}

/** `Date.parse` would turn 30 February into 1 March. */
function isCalendarDay(day: string): boolean {
  return day.slice(8) <= '28' || new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8))
}

/** A field that we can live without: whatever does not parse becomes `fallback`. */
export function lenient<T extends z.ZodMiniType, F extends z.output<T> | null>(schema: T, fallback: F) {
  // What is not there is no error: to make one for each costs more than all the rest.
  const given = z.transform((value: unknown) => {
    if (value === null || value === undefined) return fallback
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : fallback
  })
  return z.catch(given as unknown as z.ZodMiniType, fallback) as unknown as z.ZodMiniType<
    z.output<T> | F,
    unknown
  >
}

/** An array that drops the items it cannot read, instead of failing as a whole. Anything else is an empty one. */
export function lenientArray<T extends z.ZodMiniType>(item: T) {
  return z.pipe(z.catch(z.array(z.unknown()), []), readable(item)) as unknown as Items<T>
}

/**
 * What an answer is about: it has to be an array, of which items that cannot be read are dropped.
 *
 * @param readUsual Reads most items, as the schema does but faster.
 */
export function arrayOfReadable<T extends z.ZodMiniType>(item: T, readUsual?: ReadUsual<z.output<T>>) {
  return z.pipe(z.array(z.unknown()), readable(item, readUsual)) as unknown as Items<T>
}

type Items<T extends z.ZodMiniType> = z.ZodMiniType<z.output<T>[], unknown>

function readable<T extends z.ZodMiniType>(item: T, readUsual: ReadUsual<z.output<T>> = () => undefined) {
  return z.transform((items: unknown[]) => {
    const read: z.output<T>[] = []
    for (const value of items) {
      const known = readUsual(value) ?? (item.safeParse(value).data as z.output<T> | undefined)
      if (known !== undefined) read.push(known)
    }
    return read
  })
}

/** What a page of a list says beside its items. */
export const pageEnvelope = {
  totalPages: lenient(z.number(), null),
  currentPage: lenient(z.number(), null),
  /** The only thing to stop by: a page past the last one answers the last page again. */
  hasNext: lenient(z.boolean(), false),
}
