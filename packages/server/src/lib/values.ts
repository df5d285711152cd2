import { timestampToIso, uuid } from '@nectar-connect/contract/nectar'
import { invalidRequest } from './nectar-connect-error.ts'

/** The id in lower case, or null when the text is not a uuid. */
export function readId(text: unknown): string | null {
  const parsed = uuid.safeParse(text)
  return parsed.success ? parsed.data.toLowerCase() : null
}

/** An id that a host passed: checked, since it becomes part of a URL. @throws NectarConnectError `invalid_request` */
export function requireId(text: unknown, name: string): string {
  const id = readId(text)
  if (id !== null) return id
  const message = `"${name}" is not a uuid. Pass the id that Nectar gave, not an id of your own.`
  throw invalidRequest(name, 'Expected a uuid.', message)
}

/** A Nectar date-time as ISO 8601 in UTC; null stays null. */
export function toIso(timestamp: string | null): string | null {
  return timestamp === null ? null : timestampToIso(timestamp)
}

/** The value; undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Up to this many characters a value stands for itself. */
const SHORT = 256

/** A short name for a JSON value: the same for the same value, whatever the order of its fields. */
export async function digest(value: unknown): Promise<string> {
  const text = canonical(value)
  return text.length <= SHORT ? text : sha256(text)
}

/** A name of 64 hexadecimal digits for a JSON value. */
export function hashText(value: unknown): Promise<string> {
  return sha256(canonical(value))
}

async function sha256(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
  return `{${fields.join()}}`
}
