import path from 'node:path'

/** How long something took, in milliseconds. */
export interface Duration {
  name: string
  ms: number
}

/** What is read of Vitest's JSON report. */
interface VitestReport {
  testResults: { name: string; startTime: number; endTime: number }[]
}

/** What is read of Playwright's. */
interface PlaywrightReport {
  suites: (PlaywrightSuite & { file: string })[]
}

interface PlaywrightSuite {
  specs?: { tests: { results: { duration: number }[] }[] }[]
  suites?: PlaywrightSuite[]
}

/**
 * @param root What the names of files are relative to.
 * @returns Of each file; of a file that several projects ran, each time.
 */
export function vitestDurations(report: VitestReport, root: string): Duration[] {
  return report.testResults.map(({ name, startTime, endTime }) => ({
    name: path.relative(root, name),
    ms: endTime - startTime,
  }))
}

/** Of each file: the sum of its tests. */
export function playwrightDurations(report: PlaywrightReport): Duration[] {
  return report.suites.map((suite) => ({ name: `e2e/${suite.file}`, ms: sumOf(suite) }))
}

function sumOf({ specs = [], suites = [] }: PlaywrightSuite): number {
  const results = specs.flatMap((spec) => spec.tests).flatMap((test) => test.results)
  const own = results.reduce((total, { duration }) => total + duration, 0)
  return suites.reduce((total, suite) => total + sumOf(suite), own)
}

/**
 * @param parts What the run was made of, in order.
 * @returns Lines: each part, then the ten slowest files.
 */
export function describeDurations(parts: Duration[], files: Duration[]): string[] {
  const slowest = [...files].sort((one, other) => other.ms - one.ms).slice(0, 10)
  return [
    ...parts.map(({ name, ms }) => `${seconds(ms)}  ${name}`),
    'The slowest files:',
    ...slowest.map(({ name, ms }) => `${seconds(ms)}  ${name}`),
  ]
}

function seconds(ms: number) {
  return `${(ms / 1000).toFixed(0)} s`.padStart(6)
}
