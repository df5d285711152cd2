import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTime, toSortKey, webhookTime } from './change-log.ts'

test.each([
  ['2024-09-06T00:15:43.073014', '2024-09-06T00:15:43.073014Z'],
  ['2024-09-06T00:15:43.073014123', '2024-09-06T00:15:43.073014123Z'],
  ['2024-09-06T00:15:43', '2024-09-06T00:15:43Z'],
  ['2024-09-06T02:15:43.5+02:00', '2024-09-06T00:15:43.5Z'],
])('the webhook time %s is told as %s', (timestamp, at) => {
  expect(webhookTime(timestamp).at).toBe(at)
})

test('webhook times sort as the digits do, though a Date could not tell them apart', () => {
  const micros = fc.integer({ min: 0, max: 999_999 })
  fc.assert(
    fc.property(micros, micros, (a, b) => {
      const key = (n: number) => webhookTime(`2024-09-06T00:15:43.${String(n).padStart(6, '0')}`).key
      expect(Math.sign(key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)).toBe(Math.sign(a - b))
    }),
  )
})

test('a fraction is worth the same however many digits it is written with', () => {
  const keys = ['.5', '.50', '.500000', '.500000000'].map((f) => webhookTime(`2024-09-06T00:15:43${f}`).key)
  expect(new Set(keys).size).toBe(1)
})

const SECOND = Date.UTC(2024, 8, 6, 0, 15, 43)

test.each([
  ['before that second', '2024-09-06T00:15:42.999999', 0],
  ['within that second', '2024-09-06T00:15:43.999999', 0],
  ['after that second', '2024-09-06T00:15:44.000000', 1],
])('a read that was made later comes behind a webhook %s', (_, webhook, expected) => {
  const read = readTime('2024-09-06T00:15:43Z', SECOND + 60_000)
  expect(read.at).toBe('2024-09-06T00:15:43Z')
  expect(Number(webhookTime(webhook).key > read.key)).toBe(expected)
})

test('a read within the very second that it speaks of does not beat what comes later in it', () => {
  const read = readTime('2024-09-06T00:15:43Z', SECOND + 400)
  expect(webhookTime('2024-09-06T00:15:43.399999').key < read.key).toBe(true)
  expect(webhookTime('2024-09-06T00:15:43.400001').key > read.key).toBe(true)
})

test('of two reads of one second the later comes behind', () => {
  const at = (ms: number) => readTime('2024-09-06T00:15:43Z', ms).key
  expect(at(SECOND + 100) < at(SECOND + 200)).toBe(true)
  expect(at(SECOND + 900) < at(SECOND + 5_000)).toBe(true)
  expect(at(SECOND + 5_000) < at(SECOND + 50_000)).toBe(true)
})

test('what has no time of its own has that of the read', () => {
  expect(readTime(null, SECOND + 7)).toEqual({
    at: '2024-09-06T00:15:43Z',
    key: '2024-09-06T00:15:43.007000000',
  })
})

test('at one time the event id decides, and one that is the beginning of another comes first', () => {
  const time = webhookTime('2024-09-06T00:15:43.5')
  expect(toSortKey(time, 'ab') < toSortKey(time, 'abc')).toBe(true)
  expect(toSortKey(time, 'abc') < toSortKey(time, 'b')).toBe(true)
})
