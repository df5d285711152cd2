import { parseUrl } from '../lib/parse-url.ts'

/**
 * Reads a value that came over the wire: answers it with the fields that are known, and drops the others, since a newer
 * server may say more.
 *
 * @throws InvalidValue when it is something else
 */
export type Check<T> = (value: unknown) => T

/** The type that a check answers. */
export type Checked<C> = C extends Check<infer T> ? T : never

/** Names the place of what does not fit, and what was expected there. Never carries the value. */
export class InvalidValue extends Error {
  readonly expected: string
  /** Keys and indexes from the outside in. */
  readonly path: readonly (string | number)[]

  constructor(expected: string, path: readonly (string | number)[] = []) {
    super(`${path.join('.') || 'The value'} is not ${expected}.`)
    this.name = 'InvalidValue'
    this.expected = expected
    this.path = path
  }
}

/** What the check answers, or null when the value does not fit. */
export function readAs<T>(check: Check<T>, value: unknown): T | null {
  try {
    return check(value)
  } catch (error) {
    if (error instanceof InvalidValue) return null
    throw error
  }
}

/** A value for which `fits` holds. */
export function valueThat<T>(expected: string, fits: (value: unknown) => value is T): Check<T> {
  return (value) => {
    if (fits(value)) return value
    throw new InvalidValue(expected)
  }
}

export const string: Check<string> = valueThat('a text', (value) => typeof value === 'string')
export const number: Check<number> = valueThat('a number', (value): value is number => Number.isFinite(value))
export const boolean: Check<boolean> = valueThat('true or false', (value) => typeof value === 'boolean')

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** An id of a company, a site, a connection or an invitation. Any version is accepted: Nectar does not state one. */
export const uuid: Check<string> = valueThat(
  'a UUID',
  (value): value is string => typeof value === 'string' && UUID.test(value),
)

/** A whole URL of one of these protocols. */
export function url(...protocols: readonly ('https:' | 'http:')[]): Check<string> {
  return valueThat(
    `a URL of ${protocols.join(' or ')}`,
    (value): value is string =>
      typeof value === 'string' && protocols.some((each) => each === parseUrl(value)?.protocol),
  )
}

export function oneOf<const Word extends string>(words: readonly Word[]): Check<Word> {
  return valueThat(`one of ${words.join(', ')}`, (value): value is Word =>
    words.some((word) => word === value),
  )
}

/** One of the words that are known, or the fallback: a newer server may say another one. */
export function oneOfOr<const Word extends string, Fallback extends Word | null>(
  words: readonly Word[],
  fallback: Fallback,
): Check<Word | Fallback> {
  return (value) => words.find((word) => word === value) ?? fallback
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value) => (value === null ? null : check(value))
}

/** A field that may be missing. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value) => (value === undefined ? undefined : check(value))
}

export function array<T>(check: Check<T>): Check<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new InvalidValue('a list')
    let at = 0
    try {
      const items: T[] = []
      for (; at < value.length; at++) items.push(check(value[at]))
      return items
    } catch (error) {
      throw within(at, error)
    }
  }
}

/** The checks of an object's fields: the compiler asks for one for each field of `T`. */
export type FieldChecks<T> = { readonly [Key in keyof T]-?: Check<T[Key]> }

export function object<T extends object>(fields: FieldChecks<T>): Check<T> {
  const entries = Object.entries<Check<unknown>>(fields)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new InvalidValue('an object')
    const given = value as Record<string, unknown>
    const read: Record<string, unknown> = {}
    let at = ''
    try {
      for (const [key, check] of entries) {
        at = key
        const field = check(given[key])
        if (field !== undefined) read[key] = field
      }
    } catch (error) {
      throw within(at, error)
    }
    return read as T
  }
}

function within(key: string | number, error: unknown): unknown {
  return error instanceof InvalidValue ? new InvalidValue(error.expected, [key, ...error.path]) : error
}
