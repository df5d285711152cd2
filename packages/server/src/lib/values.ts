import { timestampToMs, uuid } from '@nectar-connect/contract/nectar'
import { invalidRequest } from './nectar-connect-error.ts'

/** The id in lower case, or null when the text is not a uuid. */
export function readId(text: unknown): string | null {
  const parsed = uuid.safeParse(text)
  return parsed.success ? parsed.data.toLowerCase() : null
}

/**
 * An id that a host passed to a function of ours; checked, because it becomes part of a URL.
 *
 * @throws NectarConnectError `invalid_request`
 */
export function requireId(text: unknown, name: string): string {
  const id = readId(text)
  if (id !== null) return id
  const message = `"${name}" is not a uuid. Pass the id that Nectar gave, not an id of your own.`
  throw invalidRequest(name, 'Expected a uuid.', message)
}

/** A Nectar date-time as ISO 8601 in UTC; null stays null. */
export function toIso(timestamp: string | null): string | null {
  if (timestamp === null) return null
  const ms = timestampToMs(timestamp)
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null
}

/** The value; undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
