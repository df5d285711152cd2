import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { JSONReport } from '@playwright/test/reporter'
import type { JsonTestResults } from 'vitest/node'
import { type Duration, playwrightDurations, vitestDurations } from './durations.ts'
import { ROOT } from './root.mjs'
import { CRASHED, type Tally, tallyPlaywright, tallyVitest } from './tally.ts'
import { tool } from './tool.ts'

const MINUTE = 60_000

const SHOWN = { stdout: 'inherit', stderr: 'inherit' } as const

/** What a runner came to, and how long each of its files took. */
export interface Run {
  tally: Tally
  files: Duration[]
}

/** A runner that left no report. */
export const LOST: Run = { tally: CRASHED, files: [] }

export interface RunnerOptions {
  /** Folder for the reports. */
  reports: string
  /** Where the browsers are, and whether everything is to be run. */
  env: NodeJS.ProcessEnv
  limitMinutes: number
  /** Beside another runner: with one worker, and what it says is shown when it has ended. */
  isBeside?: boolean
}

/**
 * Every Vitest project that is named, in one run.
 *
 * @param projects `!name` means all but that one.
 */
export async function runVitest(
  projects: string[],
  { reports, env, limitMinutes, isBeside = false }: RunnerOptions,
): Promise<Run> {
  const report = path.join(reports, `vitest-${projects.join('-')}.json`)
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(isBeside ? ['--maxWorkers=1'] : []),
  ]
  const limit = { env, timeout: limitMinutes * MINUTE }
  const result = await tool('vitest', args, isBeside ? limit : { ...limit, ...SHOWN })
  if (isBeside) console.log(result.all)
  return read('Vitest', report, result, (content: JsonTestResults) => ({
    tally: tallyVitest(content, result.exitCode ?? 1),
    files: vitestDurations(content, ROOT),
  }))
}

/** The end-to-end tests. */
export async function runPlaywright({ reports, env, limitMinutes }: RunnerOptions): Promise<Run> {
  const cwd = path.join(ROOT, 'e2e')
  const report = path.join(reports, 'playwright.json')
  const result = await tool('playwright', ['test', '--reporter=list,json'], {
    ...SHOWN,
    cwd,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeout: limitMinutes * MINUTE,
  })
  return read('Playwright', report, result, (content: JSONReport) => ({
    tally: tallyPlaywright(content, result.exitCode ?? 1),
    files: playwrightDurations(content),
  }))
}

function read<Content>(
  name: string,
  report: string,
  { exitCode, timedOut }: { exitCode?: number; timedOut: boolean },
  summarize: (content: Content) => Run,
) {
  if (timedOut) console.error(`${name} did not end in time and was stopped.`)
  try {
    return summarize(JSON.parse(readFileSync(report, 'utf8')) as Content)
  } catch {
    console.error(`${name} left no report (exit code ${exitCode}).`)
    return LOST
  }
}
