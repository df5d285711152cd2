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
