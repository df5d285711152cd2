import { expect, test } from 'vitest'
import { isOver, report } from './size.ts'

const widget = { name: 'widget', bytes: 12_340, minified: 40_000, budget: 12_000 }
const fine = { ...widget, name: 'it', bytes: 12_000 }
const theirs = { name: 'another', bytes: 99_999, minified: 200_000, budget: null }

test('what is over its budget is named so, and what has none never is', () => {
  expect([widget, fine, theirs].map(isOver)).toEqual([true, false, false])
  expect(report([widget, fine, theirs])).toEqual([
    'widget    12.3 kB of  12.0 kB  TOO LARGE',
    'it        12.0 kB of  12.0 kB',
    'another  100.0 kB',
  ])
})
