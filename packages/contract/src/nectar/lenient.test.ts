import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { arrayOfReadable, lenient, lenientArray } from './primitives.ts'

const schema = z.object({
  text: lenient(z.string(), null),
  count: lenient(z.number(), 0),
  flag: lenient(z.boolean(), true),
  names: lenientArray(z.string()),
})

test('falls back for what is missing', () => {
  expect(schema.parse({})).toEqual({ text: null, count: 0, flag: true, names: [] })
})

test('falls back for null, also where the fallback is not null', () => {
  expect(schema.parse({ text: null, count: null, flag: null, names: null })).toEqual(schema.parse({}))
})

test('keeps what it can read', () => {
  const value = { text: 'a', count: 2, flag: false, names: ['b', 'c'] }
  expect(schema.parse(value)).toEqual(value)
})

test('gives the declared types whatever comes', () => {
  fc.assert(
    fc.property(fc.record({ text: fc.anything(), count: fc.anything(), flag: fc.anything() }), (value) => {
      const read = schema.parse(value)
      expect(typeof read.count).toBe('number')
      expect(typeof read.flag).toBe('boolean')
      expect(read.text === null || typeof read.text === 'string').toBe(true)
    }),
  )
})

test('drops the items that it cannot read and keeps the order of the others', () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), (items) => {
      const texts = items.filter((item) => typeof item === 'string')
      expect(lenientArray(z.string()).parse(items)).toEqual(texts)
      expect(arrayOfReadable(z.string()).parse(items)).toEqual(texts)
    }),
  )
})

test('takes anything but an array for an empty one, unless the array is what it is about', () => {
  const notAnArray = fc.anything().filter((value) => !Array.isArray(value))
  fc.assert(
    fc.property(notAnArray, (value) => {
      expect(lenientArray(z.string()).parse(value)).toEqual([])
      expect(arrayOfReadable(z.string()).safeParse(value).success).toBe(false)
    }),
  )
})
