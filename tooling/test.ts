import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listChecks, printCheck, runChecks } from './lib/checks.ts'
import { type Duration, describeDurations } from './lib/durations.ts'
import { parseArguments } from './lib/parse-arguments.ts'
import { prepareBrowsers } from './lib/prepare-browsers.ts'
import { type Run, runPlaywright, runVitest } from './lib/runners.ts'
import { CRASHED, exitCode, sum, summary, tallyChecks } from './lib/tally.ts'

const parts: Duration[] = []

/** Everything that a change has to pass: checks, unit and component tests, stories, whole flows in browsers. */
async function testAll({ full = false }: { full?: boolean }): Promise<Run> {
  const browserEnv = await timed('browsers', () => prepareBrowsers({ full }))
  const checks = await timed('checks', () => runChecks(listChecks(), printCheck))

  const reports = mkdtempSync(path.join(tmpdir(), 'nectar-connect-'))
  const env = { ...browserEnv, ...(full ? { NECTAR_FULL: '1' } : {}) }
  const options = { reports, env, limitMinutes: full ? 80 : 45 }
  try {
    const vitest = await timed('unit, component and package tests', () =>
      runVitest(browserEnv ? [] : ['unit'], options),
    )
    const playwright = browserEnv
      ? await timed('end-to-end tests', () => runPlaywright(options))
      : { tally: CRASHED, files: [] }
    return {
      tally: sum([tallyChecks(checks), vitest.tally, playwright.tally]),
      files: [...vitest.files, ...playwright.files],
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

async function timed<Result>(name: string, work: () => Promise<Result>) {
  const start = performance.now()
  const result = await work()
  parts.push({ name, ms: performance.now() - start })
  return result
}

let run: Run = { tally: CRASHED, files: [] }
try {
  run = await testAll(parseArguments(process.argv.slice(2), { full: 'flag' }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
}
process.exitCode = exitCode(run.tally)
for (const line of [...describeDurations(parts, run.files), ...summary(run.tally)]) console.log(line)
