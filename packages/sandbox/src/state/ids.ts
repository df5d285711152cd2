type Bytes = (count: number) => Uint8Array

/**
 * Where ids, tokens and codes come from.
 *
 * @param seed with one, every id follows from it, so that two runs make the same ids; without, they are random
 */
export function createIdSource(seed?: number) {
  let bytes = bytesFrom(seed)
  return {
    /** Version 4. */
    uuid: () => uuidFrom(bytes(16)),
    /** 24 characters of the base64url alphabet. */
    token: () => Array.from(bytes(24), (byte) => ALPHABET[byte & 63]).join(''),
    /** Six digits. */
    code: () => Array.from(bytes(6), (byte) => byte % 10).join(''),
    /** Begins anew: with a seed, the same ids come again. */
    reset() {
      bytes = bytesFrom(seed)
    },
  }
}

/** Numbers from 0 up to, and without, 1. @param seed with one, always the same numbers */
export function createChance(seed?: number): () => number {
  const bytes = bytesFrom(seed)
  return () => bytes(3).reduce((sum, byte) => sum * 256 + byte, 0) / 256 ** 3
}

function bytesFrom(seed?: number): Bytes {
  return seed === undefined ? randomBytes : seededBytes(seed)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const randomBytes: Bytes = (count) => crypto.getRandomValues(new Uint8Array(count))

/** A small multiply-and-shift generator: even enough for ids, and of no use as a secret. */
function seededBytes(seed: number): Bytes {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) & 0xff
  }
  return (count) => Uint8Array.from({ length: count }, next)
}

function uuidFrom(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40
    if (index === 8) return (byte & 0x3f) | 0x80
    return byte
  }).map((byte) => byte.toString(16).padStart(2, '0'))
  const part = (from: number, to: number) => hex.slice(from, to).join('')
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-')
}
