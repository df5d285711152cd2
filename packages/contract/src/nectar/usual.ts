/**
 * Readers for values as they nearly always are, where a schema costs too much. Undefined: it is something else, and the
 * schema is to say what becomes of it. Tests hold each against its schema.
 */
export type ReadUsual<T> = (value: unknown) => T | undefined

type Is<T> = (value: unknown) => value is T

export const isText: Is<string> = (value) => typeof value === 'string'
export const isFlag: Is<boolean> = (value) => typeof value === 'boolean'

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function only<T>(is: Is<T>): ReadUsual<T> {
  return (value) => (is(value) ? value : undefined)
}

/** Null for what is not there. */
export function orNull<T>(read: ReadUsual<T>): ReadUsual<T | null> {
  return (value) => (value === null || value === undefined ? null : read(value))
}

export function listOf<T>(is: Is<T>): ReadUsual<T[]> {
  return (value) => (Array.isArray(value) && value.every(is) ? value : undefined)
}

/** The fields, and no others. */
export function recordOf<T extends object>(fields: { [Name in keyof T]: ReadUsual<T[Name]> }): ReadUsual<T> {
  const readers = Object.entries(fields) as [string, ReadUsual<unknown>][]
  return (value) => {
    if (!isRecord(value)) return undefined
    const read: Record<string, unknown> = {}
    for (const [name, readField] of readers) {
      const field = readField(value[name])
      if (field === undefined) return undefined
      read[name] = field
    }
    return read as T
  }
}
