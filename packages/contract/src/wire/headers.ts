/** Version of the protocol between our browser side and our server side, `major.minor`. */
export const PROTOCOL_VERSION = '1.0'

/** Both sides send it; see `isProtocolSupported`. */
export const PROTOCOL_HEADER = 'nectar-connect-protocol'

/** Answers carry it: an opaque name for user and company. When it changes, the browser drops what it keeps. */
export const SCOPE_HEADER = 'nectar-connect-scope'

/** Requests may propose it, answers carry it: the reference that error screens show and logs contain. */
export const REQUEST_ID_HEADER = 'nectar-connect-reference'

/** Whether `theirs` can talk to `ours`: the same major, and at most one minor apart, for deploys that roll. */
export function isProtocolSupported(theirs: string, ours: string = PROTOCOL_VERSION): boolean {
  const match = /^(\d{1,4})\.(\d{1,4})$/.exec(theirs)
  const own = /^(\d+)\.(\d+)$/.exec(ours)
  if (!match || !own) return false
  return match[1] === own[1] && Math.abs(Number(match[2]) - Number(own[2])) <= 1
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SHAPE = /^NC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

/** Whether the text is a reference that a person can quote: `NC-7F3K-92QD`. */
export function isRequestId(text: string): boolean {
  return SHAPE.test(text)
}

/** A new reference: 40 random bits in Crockford's base 32, which has no letters that read like digits. */
export function createRequestId(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = randomBytes,
): string {
  let letters = ''
  for (const byte of random(new Uint8Array(8))) letters += ALPHABET[byte & 31]
  return `NC-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Asked for in bulk, since every request to the server needs some. */
let pool = new Uint8Array(0)

function randomBytes(bytes: Uint8Array<ArrayBuffer>) {
  if (pool.length < bytes.length) pool = crypto.getRandomValues(new Uint8Array(1024))
  bytes.set(pool.subarray(0, bytes.length))
  pool = pool.subarray(bytes.length)
  return bytes
}
