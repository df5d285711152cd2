import { expect, test } from 'vitest'
import { CRASHED, exitCode, sum, summary, tallyChecks, tallyPlaywright, tallyVitest } from './tally.ts'

const file = (status: string, ...tests: [fullName: string, status: string][]) => ({
  status,
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
})

test('adds up and keeps the names of what was skipped', () => {
  const total = sum([
    { passed: 2, failed: 1, skipped: ['a'] },
    { passed: 3, failed: 0, skipped: ['b'] },
    CRASHED,
  ])
  expect(total).toEqual({ passed: 5, failed: 2, skipped: ['a', 'b'] })
})

test('ends in the numbers', () => {
  expect(summary({ passed: 12, failed: 0, skipped: [] })).toEqual(['12 passed, 0 failed'])
  expect(summary({ passed: 1, failed: 2, skipped: ['a', 'b › c'] })).toEqual([
    '2 skipped: a; b › c',
    '1 passed, 2 failed',
  ])
})

test.each([
  [3, 0, 0],
  [3, 1, 1],
  [0, 0, 1],
])('%i passed and %i failed exits with %i', (passed, failed, code) => {
  expect(exitCode({ passed, failed, skipped: [] })).toBe(code)
})

test('each check counts one', () => {
  const results = [
    { name: 'lint', ok: true },
    { name: 'types', ok: false },
  ]
  expect(tallyChecks(results)).toEqual({ passed: 1, failed: 1, skipped: [] })
})

test('counts the tests of Vitest', () => {
  const testResults = [
    file('passed', ['a', 'passed'], ['b', 'skipped'], ['c', 'todo'], ['d', 'pending']),
    file('failed', ['e', 'failed'], ['f', 'passed']),
  ]
  expect(tallyVitest({ testResults }, 1)).toEqual({ passed: 2, failed: 1, skipped: ['b', 'c', 'd'] })
})

test('counts a file that Vitest could not load', () => {
  expect(tallyVitest({ testResults: [file('failed'), file('passed', ['a', 'passed'])] }, 1)).toMatchObject({
    passed: 1,
    failed: 1,
  })
})

test('counts an error outside every test', () => {
  const testResults = [file('passed', ['a', 'passed'])]
  expect(tallyVitest({ testResults }, 1)).toMatchObject({ passed: 1, failed: 1 })
  expect(tallyPlaywright({ suites: [], errors: [] }, 1)).toMatchObject({ passed: 0, failed: 1 })
})

test('counts the tests of Playwright in nested suites, a flaky one as failed', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status, projectName: 'chromium' }] })
  const suites = [
    {
      title: 'flow.test.ts',
      specs: [spec('opens', 'expected')],
      suites: [
        {
          title: 'dialog',
          specs: [spec('closes', 'skipped'), spec('waits', 'flaky'), spec('ends', 'unexpected')],
        },
      ],
    },
  ]
  expect(tallyPlaywright({ suites, errors: [] }, 1)).toEqual({
    passed: 1,
    failed: 2,
    skipped: ['[chromium] › flow.test.ts › dialog › closes'],
  })
})

test('counts what kept Playwright from starting', () => {
  expect(tallyPlaywright({ suites: [], errors: [{ message: 'webServer' }] }, 1)).toMatchObject({
    passed: 0,
    failed: 1,
  })
})
