import { expect, test } from 'vitest'
import { describeDurations, playwrightDurations, vitestDurations } from './durations.ts'

test('a file of Vitest takes from its start to its end', () => {
  const report = { testResults: [{ name: '/repo/packages/a.test.ts', startTime: 1_000, endTime: 3_500 }] }
  expect(vitestDurations(report, '/repo')).toEqual([{ name: 'packages/a.test.ts', ms: 2_500 }])
})

test('a file of Playwright takes as long as its tests, also those in groups', () => {
  const spec = (duration: number) => ({ tests: [{ results: [{ duration }] }] })
  const report = {
    suites: [{ file: 'tests/a.spec.ts', specs: [spec(1_000)], suites: [{ specs: [spec(200), spec(30)] }] }],
  }
  expect(playwrightDurations(report)).toEqual([{ name: 'e2e/tests/a.spec.ts', ms: 1_230 }])
})

test('the ten slowest files are named, the slowest first', () => {
  const files = Array.from({ length: 12 }, (_, index) => ({ name: `file ${index}`, ms: index * 1_000 }))
  const lines = describeDurations([{ name: 'checks', ms: 61_400 }], files)
  expect(lines[0]).toBe('  61 s  checks')
  expect(lines.slice(2)).toEqual(
    Array.from({ length: 10 }, (_, index) => `${`${11 - index} s`.padStart(6)}  file ${11 - index}`),
  )
})
