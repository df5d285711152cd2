import path from 'node:path'

/**
 * How long something took, in milliseconds.
 *
 * @typedef {{ name: string, ms: number }} Duration
 */

/**
 * @param {any} report Vitest's JSON report.
 * @param {string} root What the names of files are relative to.
 * @returns {Duration[]} Of each file; of a file that several projects ran, each time.
 */
export function vitestDurations(report, root) {
  return report.testResults.map(({ name, startTime, endTime }) => ({
    name: path.relative(root, name),
    ms: endTime - startTime,
  }))
}

/**
 * @param {any} report Playwright's JSON report.
 * @returns {Duration[]} Of each file: the sum of its tests.
 */
export function playwrightDurations(report) {
  return report.suites.map((suite) => ({ name: `e2e/${suite.file}`, ms: sumOf(suite) }))
}

function sumOf({ specs = [], suites = [] }) {
  const results = specs.flatMap((spec) => spec.tests).flatMap((test) => test.results)
  const own = results.reduce((total, { duration }) => total + duration, 0)
  return suites.reduce((total, suite) => total + sumOf(suite), own)
}

/**
 * @param {Duration[]} parts What the run was made of, in order.
 * @param {Duration[]} files
 * @returns {string[]} Lines: each part, then the ten slowest files.
 */
export function describeDurations(parts, files) {
  const slowest = [...files].sort((one, other) => other.ms - one.ms).slice(0, 10)
  return [
    ...parts.map(({ name, ms }) => `${seconds(ms)}  ${name}`),
    'The slowest files:',
    ...slowest.map(({ name, ms }) => `${seconds(ms)}  ${name}`),
  ]
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(0)} s`.padStart(6)
}
