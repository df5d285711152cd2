/** What a runner came to. */
export interface Tally {
  passed: number
  failed: number
  skipped: string[]
}

/** What is read of Vitest's JSON report. */
interface VitestReport {
  testResults: { status: string; assertionResults: { fullName: string; status: string }[] }[]
}

/** What is read of Playwright's. */
interface PlaywrightReport {
  suites: PlaywrightSuite[]
  errors: unknown[]
}

interface PlaywrightSuite {
  title: string
  specs?: { title: string; tests: { status: string; projectName: string }[] }[]
  suites?: PlaywrightSuite[]
}

/** A runner that left no report. */
export const CRASHED: Tally = { passed: 0, failed: 1, skipped: [] }

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/** The last lines of a run: what was left out, where something was, then the numbers. */
export function summary({ passed, failed, skipped }: Tally): string[] {
  const numbers = `${passed} passed, ${failed} failed`
  return skipped.length > 0 ? [`${skipped.length} skipped: ${skipped.join('; ')}`, numbers] : [numbers]
}

export function exitCode({ passed, failed }: Tally): number {
  return failed === 0 && passed > 0 ? 0 : 1
}

export function tallyChecks(results: { ok: boolean }[]): Tally {
  const passed = results.filter(({ ok }) => ok).length
  return { passed, failed: results.length - passed, skipped: [] }
}

/**
 * Vitest's JSON report. A file that could not be loaded has no tests: it counts as one that failed.
 *
 * @param code The runner's exit code: an error outside every test shows only there.
 */
export function tallyVitest(report: VitestReport, code: number): Tally {
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

/** Playwright's JSON report. A test that passed only when repeated counts as one that failed. */
export function tallyPlaywright(report: PlaywrightReport, code: number): Tally {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []))
  const withStatus = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status))
  return withExitCode(code, {
    passed: withStatus('expected').length,
    failed: withStatus('unexpected', 'flaky').length + report.errors.length,
    skipped: withStatus('skipped').map(({ name }) => name),
  })
}

function testsOf(suite: PlaywrightSuite, parents: string[]): { status: string; name: string }[] {
  const names = [...parents, suite.title]
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, projectName }) => ({
      status,
      name: [projectName && `[${projectName}]`, ...names, spec.title].filter(Boolean).join(' › '),
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((child) => testsOf(child, names))]
}

function withExitCode(code: number, tally: Tally): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
