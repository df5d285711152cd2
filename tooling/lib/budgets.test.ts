import { expect, test } from 'vitest'
import { findExcess } from './budgets.ts'

const BUDGETS = {
  longestFile: 100,
  mayBeLonger: '/locales/',
  folders: { 'packages/a': { files: 2, lines: 150 } },
}
const source = (file: string, lines: number) => ({ file, lines })

test('what stays within its budget is fine', () => {
  expect(
    findExcess([source('packages/a/src/one.ts', 100), source('packages/a/src/two.ts', 50)], BUDGETS),
  ).toEqual([])
})

test.each([
  [
    'too many files',
    [source('packages/a/1.ts', 1), source('packages/a/2.ts', 1), source('packages/a/3.ts', 1)],
    'packages/a has 3 files, and its budget is 2.',
  ],
  [
    'too many lines',
    [source('packages/a/1.ts', 99), source('packages/a/2.ts', 52)],
    'packages/a has 151 lines, and its budget is 150.',
  ],
  [
    'a long file',
    [source('packages/a/1.ts', 101)],
    'packages/a/1.ts has 101 lines, and a file has at most 100.',
  ],
  ['a folder without a budget', [source('packages/ab/1.ts', 1)], 'packages/ab/1.ts is in no folder'],
])('says what to do about %s', (_, sources, expected) => {
  expect(findExcess(sources, BUDGETS)).toEqual([expect.stringContaining(expected)])
})

test('text may be longer', () => {
  expect(findExcess([source('packages/a/locales/en.ts', 140)], BUDGETS)).toEqual([])
})
