import { expect, test } from 'vitest'
import { formatMoment, formatSkew, formatSpan } from './format.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

test.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [-90_000, '1 min'],
  [47 * 60 * MINUTE, '1 d'],
  [31 * DAY, '1 mo'],
  [800 * DAY, '2 y'],
])('%d ms is %s', (ms, text) => {
  expect(formatSpan(ms)).toBe(text)
})

test('a skew says which way', () => {
  expect([0, -12_000, 90_000, 2 * DAY].map(formatSkew)).toEqual(['0 s', '−12 s', '+90 s', '+2 d'])
})

test('near by a time, far away a day', () => {
  const now = Date.parse('2026-11-24T14:16:22Z')
  expect(formatMoment(now - 60 * MINUTE, now)).toBe('13:16')
  expect(formatMoment(now + 7 * DAY, now)).toBe('1 Dec')
})
