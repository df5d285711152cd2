import { readFileSync } from 'node:fs'
import path from 'node:path'
import { playwrightDurations, vitestDurations } from './durations.ts'
import { ROOT } from './root.mjs'
import { CRASHED, tallyPlaywright, tallyVitest } from './tally.ts'
import { tool } from './tool.ts'

const MINUTE = 60_000

const SHOWN = /** @type {const} */ ({ stdout: 'inherit', stderr: 'inherit' })

/**
 * What a runner came to, and how long each of its files took.
 *
 * @typedef {{ tally: import('./tally.ts').Tally, files: import('./durations.ts').Duration[] }} Run
 */

/** @type {Run} A runner that left no report. */
const LOST = { tally: CRASHED, files: [] }

/**
 * @typedef {object} RunnerOptions
 * @property {string} reports Folder for the reports.
 * @property {NodeJS.ProcessEnv} env Where the browsers are, and whether everything is to be run.
 * @property {number} limitMinutes
 */

/**
 * Every Vitest project that is named, in one run.
 *
 * @param {string[]} projects None: all of them.
 * @param {RunnerOptions} options
 * @returns {Promise<Run>}
 */
export async function runVitest(projects, { reports, env, limitMinutes }) {
  const report = path.join(reports, 'vitest.json')
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const result = await tool('vitest', args, { ...SHOWN, env, timeout: limitMinutes * MINUTE })
  return read('Vitest', report, result, (content) => ({
    tally: tallyVitest(content, result.exitCode ?? 1),
    files: vitestDurations(content, ROOT),
  }))
}

/**
 * The end-to-end tests.
 *
 * @param {RunnerOptions} options
 * @returns {Promise<Run>}
 */
export async function runPlaywright({ reports, env, limitMinutes }) {
  const cwd = path.join(ROOT, 'e2e')
  const report = path.join(reports, 'playwright.json')
  const result = await tool('playwright', ['test', '--reporter=list,json'], {
    ...SHOWN,
    cwd,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeout: limitMinutes * MINUTE,
  })
  return read('Playwright', report, result, (content) => ({
    tally: tallyPlaywright(content, result.exitCode ?? 1),
    files: playwrightDurations(content),
  }))
}

function read(name, report, { exitCode, timedOut }, summarize) {
  if (timedOut) console.error(`${name} did not end in time and was stopped.`)
  try {
    return summarize(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    console.error(`${name} left no report (exit code ${exitCode}).`)
    return LOST
  }
}
