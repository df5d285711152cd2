import { expect, test } from 'vitest'
import { firstDifference } from './first-difference.mjs'

test.each([
  ['a\nb\nc', 'a\nx\nc', '  line 2:\n  - b\n  - c\n  + x\n  + c'],
  ['a', 'a\nb', '  line 2:\n  + b'],
  ['a\nb', 'a', '  line 2:\n  - b'],
])('%j and %j part', (before, after, expected) => {
  expect(firstDifference(before, after)).toBe(expected)
})
