const MASK = '[redacted]'
const MAX_DEPTH = 8
/** Shorter ones are no secrets, and masking them would make logs unreadable. */
const MIN_SECRET_LENGTH = 6
const SECRET_FIELD =
  /api[-_]?key|token|secret|password|authorization|cookie|invitation[-_]?url|svix-signature|webhook-signature/i

/** What all of the shapes below have in them: most texts have nothing, and are looked at once. */
const HINT = /\/p\/i\/|whsec_|inv_|bearer|basic|x-api-key/i

interface Field {
  name: string
  isSecret: boolean
}
type Fields = Map<string, Field>
interface Mask {
  secrets: readonly string[]
  fields: Fields
}
const MOST_FIELDS = 200

/** Secrets that can be known by their shape alone. */
const SHAPES: [RegExp, string][] = [
  [/(\/p\/i\/)[^\s"'<>)\]}]+/gi, `$1${MASK}`],
  [/\bwhsec_[\w+/=-]+/g, MASK],
  [/\binv_[\w-]{6,}/g, MASK],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${MASK}`],
  [/\b(x-api-key["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi, `$1${MASK}`],
]

/**
 * A copy of the value in which API keys, tokens, invitation links, webhook secrets and fields with such names are
 * masked. Errors become plain objects; cycles and depths beyond 8 are cut.
 *
 * @param secrets Further texts to mask wherever they occur.
 * @example
 * redact({ url: 'https://dash.nectarclimate.com/p/i/abc123' }) // { url: 'https://dash.nectarclimate.com/p/i/[redacted]' }
 */
export function redact(value: unknown, secrets: readonly string[] = []): unknown {
  return createRedactor(() => secrets)(value)
}

/** Redacts value after value; what is to be masked may become more in between, which is read anew each time. */
export function createRedactor(secrets: () => readonly string[]): (value: unknown) => unknown {
  let known: readonly string[] = []
  let masked: string[] = []
  let fields: Fields = new Map()
  return (value) => {
    const current = secrets()
    if (current.length !== known.length || current.some((secret, index) => secret !== known[index])) {
      known = [...current]
      masked = [...new Set(known.flatMap(writings))].sort((a, b) => b.length - a.length)
      fields = new Map()
    }
    return visit(value, { secrets: masked, fields }, [])
  }
}

/** A secret as it is, and as it stands inside a URL or a JSON text. */
function writings(secret: string): string[] {
  if (secret.length < MIN_SECRET_LENGTH) return []
  const inJson = JSON.stringify(secret).slice(1, -1)
  // A lone surrogate cannot stand in a URL.
  if (/\p{Cs}/u.test(secret)) return [secret, inJson]
  return [secret, inJson, encodeURI(secret), encodeURIComponent(secret)]
}

/** @param path The objects that the value is in. */
function visit(value: unknown, mask: Mask, path: readonly object[]): unknown {
  const { secrets } = mask
  if (typeof value === 'string') return maskText(value, secrets)
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`
  if (typeof value !== 'object' || value === null) return value
  if (path.includes(value)) return '[circular]'
  if (path.length >= MAX_DEPTH) return '[too deep]'
  const within = [...path, value]
  const deeper = (item: unknown) => visit(item, mask, within)
  if (Array.isArray(value)) return value.map(deeper)
  if (value instanceof URL) return maskText(value.href, secrets)
  if (value instanceof Date) return Number.isFinite(value.getTime()) ? value.toISOString() : 'Invalid Date'
  if (value instanceof Map) return [...value].map(([key, item]) => [deeper(key), deeper(item)])
  if (value instanceof Set) return [...value].map(deeper)
  return Object.fromEntries(
    entriesOf(value).map(([key, item]) => {
      const { name, isSecret } = fieldOf(key, mask)
      return [name, isSecret && item !== null && item !== undefined ? MASK : deeper(item)]
    }),
  )
}

/** What becomes of a field. The names of fields come again and again. */
function fieldOf(key: string, { secrets, fields }: Mask): Field {
  const known = fields.get(key)
  if (known) return known
  const field = { name: maskText(key, secrets), isSecret: SECRET_FIELD.test(key) }
  if (fields.size < MOST_FIELDS) fields.set(key, field)
  return field
}

/** An error's telling fields are not enumerable. */
function entriesOf(value: object): [string, unknown][] {
  const own = Object.entries(value)
  if (!(value instanceof Error)) return own
  const { name, message, stack, cause } = value
  return [...Object.entries({ name, message, stack, ...(cause === undefined ? {} : { cause }) }), ...own]
}

function maskText(text: string, secrets: readonly string[]): string {
  let masked = text
  for (const secret of secrets) if (masked.includes(secret)) masked = masked.replaceAll(secret, MASK)
  if (!HINT.test(masked)) return masked
  return SHAPES.reduce((rest, [shape, replacement]) => rest.replace(shape, replacement), masked)
}
