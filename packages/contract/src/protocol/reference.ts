const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SHAPE = /^NC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

/** Whether the text is a reference that a person can quote: `NC-7F3K-92QD`. */
export function isReference(text: string): boolean {
  return SHAPE.test(text)
}

/** A new reference: 40 random bits in Crockford's base 32, which has no letters that read like digits. */
export function createReference(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = randomBytes,
): string {
  const letters = Array.from(random(new Uint8Array(8)), (byte) => ALPHABET[byte & 31]).join('')
  return `NC-${letters.slice(0, 4)}-${letters.slice(4)}`
}

function randomBytes(bytes: Uint8Array<ArrayBuffer>) {
  return crypto.getRandomValues(bytes)
}
