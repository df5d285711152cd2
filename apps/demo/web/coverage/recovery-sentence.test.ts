import { expect, test } from 'vitest'
import { computeCoverage } from './coverage.ts'
import { recoverySentence } from './recovery-sentence.ts'

const nothing = computeCoverage([], [])
const waiting = (signIns: number, streams: number) => ({
  ...nothing,
  signIns,
  counts: { ...nothing.counts, 'needs-you': streams },
})

test.each([
  [1, 1, 'Signing in at one utility brings back one more.'],
  [2, 10, 'Signing in at two utilities brings back ten more.'],
  [13, 40, 'Signing in at 13 utilities brings back 40 more.'],
])('%i sign-ins, %i streams', (signIns, streams, sentence) => {
  expect(recoverySentence(waiting(signIns, streams))).toBe(sentence)
})

test('nothing is said when nothing waits', () => {
  expect(recoverySentence(nothing)).toBeNull()
})
