import { expect, test } from 'vitest'
import { formatAmount, formatMonth } from './format.ts'

test('amounts', () => {
  expect(formatAmount(12480)).toBe('12,480')
  expect(formatAmount(1.96, 1)).toBe('2.0')
  expect(formatAmount(0)).toBe('0')
  expect(formatAmount(null, 1)).toBe('—')
})

test('months do not depend on where the browser is', () => {
  expect(formatMonth('2026-10')).toBe('October 2026')
  expect(formatMonth('2026-01', 'name')).toBe('January')
})
