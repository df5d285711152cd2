import { expect, test } from 'vitest'
import { lastMonth } from './last-month.ts'

test.each([
  ['2026-11-24T13:00:00Z', '2026-10'],
  ['2026-03-31T23:59:59Z', '2026-02'],
  ['2027-01-01T00:00:00Z', '2026-12'],
])('before %s comes %s', (now, month) => {
  expect(lastMonth(Date.parse(now))).toBe(month)
})
