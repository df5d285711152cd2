import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listChecks, printCheck, runChecks } from './lib/checks.ts'
import { type Duration, describeDurations } from './lib/durations.ts'
import { parseArguments } from './lib/parse-arguments.ts'
import { prepareBrowsers } from './lib/prepare-browsers.ts'
import { LOST, type Run, type RunnerOptions, runPlaywright, runVitest } from './lib/runners.ts'
import { exitCode, sum, summary, tallyChecks } from './lib/tally.ts'

const parts: Duration[] = []

/** Everything that a change has to pass: checks, unit and component tests, stories, whole flows in browsers. */
async function testAll({ full = false }: { full?: boolean }): Promise<Run> {
  const browserEnv = await timed('browsers', () => prepareBrowsers({ full }))
  const checks = await timed('checks', () => runChecks(listChecks(), printCheck))

  const reports = mkdtempSync(path.join(tmpdir(), 'nectar-connect-'))
  const env = { ...browserEnv, ...(full ? { NECTAR_FULL: '1' } : {}) }
  const options = { reports, env, limitMinutes: full ? 80 : 45 }
  try {
    const runs = [
      await timed('unit, component and story tests', () =>
        runVitest(browserEnv ? ['!published'] : ['unit'], options),
      ),
      ...(browserEnv ? await testWholes(options) : [LOST]),
    ]
    return {
      tally: sum([tallyChecks(checks), ...runs.map(({ tally }) => tally)]),
      files: runs.flatMap(({ files }) => files),
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

/** Browsers wait more than they compute, and so does what installs packages and starts hosts: side by side, neither leaves a core idle. */
function testWholes(options: RunnerOptions): Promise<Run[]> {
  return Promise.all([
    timed('end-to-end tests, and beside them', () => runPlaywright(options)),
    timed('tests of what is published', () => runVitest(['published'], { ...options, isBeside: true })),
  ])
}

async function timed<Result>(name: string, work: () => Promise<Result>) {
  const start = performance.now()
  const result = await work()
  parts.push({ name, ms: performance.now() - start })
  return result
}

let run = LOST
try {
  run = await testAll(parseArguments(process.argv.slice(2), { full: 'flag' }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
}
process.exitCode = exitCode(run.tally)
for (const line of [...describeDurations(parts, run.files), ...summary(run.tally)]) console.log(line)
