/**
 * What a runner came to.
 *
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Tally
 */

/** @type {Tally} A runner that left no report. */
export const CRASHED = { passed: 0, failed: 1, skipped: [] }

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/**
 * @param {Tally} tally
 * @returns {string[]} The last lines of a run: what was left out, where something was, then the numbers.
 */
export function summary({ passed, failed, skipped }) {
  const numbers = `${passed} passed, ${failed} failed`
  return skipped.length > 0 ? [`${skipped.length} skipped: ${skipped.join('; ')}`, numbers] : [numbers]
}

/** @param {Tally} tally */
export function exitCode({ passed, failed }) {
  return failed === 0 && passed > 0 ? 0 : 1
}

/**
 * @param {{ name: string, ok: boolean }[]} results
 * @returns {Tally}
 */
export function tallyChecks(results) {
  const passed = results.filter(({ ok }) => ok).length
  return { passed, failed: results.length - passed, skipped: [] }
}

/**
 * Vitest's JSON report. A file that could not be loaded has no tests: it counts as one that failed.
 *
 * @param {any} report
 * @param {number} code The runner's exit code: an error outside every test shows only there.
 * @returns {Tally}
 */
export function tallyVitest(report, code) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return withExitCode(code, {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  })
}

/**
 * Playwright's JSON report. A test that passed only when repeated counts as one that failed.
 *
 * @param {any} report
 * @param {number} code
 * @returns {Tally}
 */
export function tallyPlaywright(report, code) {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []))
  const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status))
  return withExitCode(code, {
    passed: withStatus('expected').length,
    failed: withStatus('unexpected', 'flaky').length + report.errors.length,
    skipped: withStatus('skipped').map(({ name }) => name),
  })
}

function testsOf(suite, parents) {
  const names = [...parents, suite.title]
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, projectName }) => ({
      status,
      name: [projectName && `[${projectName}]`, ...names, spec.title].filter(Boolean).join(' › '),
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((child) => testsOf(child, names))]
}

function withExitCode(code, tally) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
