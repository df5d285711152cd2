import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { binOf, runTool } from './node.mjs'
import { ROOT } from './root.mjs'
import { CRASHED, tallyPlaywright, tallyVitest } from './tally.mjs'

const MINUTE = 60_000

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
  const result = await runTool(binOf('vitest'), args, { env, timeoutMs: limitMinutes * MINUTE })
  return read('Vitest', report, result, tallyVitest)
}

/**
 * The end-to-end tests; `null` while there are none.
 *
 * @param {RunnerOptions} options
 */
export async function runPlaywright({ reports, env, limitMinutes }) {
  const cwd = path.join(ROOT, 'e2e')
  if (!existsSync(path.join(cwd, 'playwright.config.ts'))) return null
  const report = path.join(reports, 'playwright.json')
  const result = await runTool(binOf('@playwright/test', 'playwright'), ['test', '--reporter=list,json'], {
    cwd,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeoutMs: limitMinutes * MINUTE,
  })
  return read('Playwright', report, result, tallyPlaywright)
}

function read(name, report, { code, timedOut }, tally) {
  if (timedOut) console.error(`${name} did not end in time and was stopped.`)
  try {
    return tally(JSON.parse(readFileSync(report, 'utf8')), code)
  } catch {
    console.error(`${name} left no report (exit code ${code}).`)
    return CRASHED
  }
}
