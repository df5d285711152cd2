import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRequestId, isRequestId } from './headers.ts'

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
