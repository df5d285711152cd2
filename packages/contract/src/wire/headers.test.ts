import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createRequestId,
  isProtocolSupported,
  isRequestId,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from './headers.ts'

const number = fc.integer({ min: 0, max: 9999 })

test('supports the same major, at most one minor apart, in both directions', () => {
  const near = fc
    .tuple(number, fc.integer({ min: -3, max: 3 }))
    .map(([minor, step]) => [minor, Math.min(9999, Math.max(0, minor + step))] as const)
  fc.assert(
    fc.property(number, fc.oneof(near, fc.tuple(number, number)), (major, [theirs, ours]) => {
      const supported = isProtocolSupported(`${major}.${theirs}`, `${major}.${ours}`)
      expect(supported).toBe(Math.abs(theirs - ours) <= 1)
      expect(isProtocolSupported(`${major}.${ours}`, `${major}.${theirs}`)).toBe(supported)
    }),
  )
})

test('supports no other major', () => {
  fc.assert(
    fc.property(number, number, number, (one, other, minor) => {
      fc.pre(one !== other)
      expect(isProtocolSupported(`${one}.${minor}`, `${other}.${minor}`)).toBe(false)
    }),
  )
})

test('supports itself', () => {
  expect(isProtocolSupported(PROTOCOL_VERSION)).toBe(true)
})

test.each(['', '1', '1.', '.0', '1.0.0', 'v1.0', ' 1.0', '1.0\n', '-1.0', '1e0.0', '1.00000', 'null'])(
  'refuses %j',
  (theirs) => {
    expect(isProtocolSupported(theirs)).toBe(false)
  },
)

test('header names are lower case and of this project', () => {
  for (const name of [PROTOCOL_HEADER, SCOPE_HEADER, REQUEST_ID_HEADER]) {
    expect(name).toMatch(/^nectar-connect-[a-z]+$/)
  }
})

test('makes references that it recognizes, from any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const reference = createRequestId((target) => {
        target.set(bytes)
        return target
      })
      expect(reference).toMatch(/^NC-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      expect(reference.slice(3)).not.toMatch(/[ILOU]/)
      expect(isRequestId(reference)).toBe(true)
    }),
  )
})

test('uses the whole alphabet evenly', () => {
  const letters = Array.from({ length: 32 }, (_, start) =>
    createRequestId((bytes) => bytes.map((_, at) => start * 8 + at)),
  )
  const counts = new Map<string, number>()
  for (const letter of letters.join('').replace(/NC-|-/g, ''))
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  expect(counts.size).toBe(32)
  expect(new Set(counts.values())).toEqual(new Set([8]))
})

test('is random by itself', () => {
  const made = Array.from({ length: 500 }, () => createRequestId())
  expect(new Set(made).size).toBe(500)
})

test.each([
  '',
  'NC-7F3K-92Q',
  'NC-7F3K-92QDD',
  'NC-7F3K92QD',
  'nc-7f3k-92qd',
  'NC-7F3I-92QD',
  'NC-7F3K-92QU',
  ' NC-7F3K-92QD',
  'NC-7F3K-92QD\n',
  '<b>NC-7F3K-92QD</b>',
])('does not recognize %j', (text) => {
  expect(isRequestId(text)).toBe(false)
})
