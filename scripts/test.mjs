import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureChromium, ensureFirefox } from './lib/browsers.mjs'
import { listChecks, printCheck, runChecks } from './lib/checks.mjs'
import { install } from './lib/install.mjs'
import { assertNode } from './lib/node.mjs'
import { parseArguments } from './lib/parse-arguments.mjs'
import { runPlaywright, runVitest } from './lib/runners.mjs'
import { CRASHED, exitCode, sum, summary, tallyChecks } from './lib/tally.mjs'

/** Everything that a change has to pass: checks, unit and component tests, stories, whole flows in browsers. */
async function testAll({ full }) {
  await install()
  const browserEnv = await prepareBrowsers()
  const tallies = [tallyChecks(await runChecks(listChecks(), printCheck))]

  const reports = mkdtempSync(path.join(tmpdir(), 'nectar-connect-'))
  const env = { ...browserEnv, ...(full ? { NECTAR_FULL: '1' } : {}) }
  const options = { reports, env, limitMinutes: full ? 80 : 45 }
  try {
    if (browserEnv) {
      tallies.push(await runVitest([], options))
      tallies.push((await runPlaywright(options)) ?? sum([]))
    } else {
      tallies.push(await runVitest(['unit'], options), CRASHED)
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  return sum(tallies)
}

/** Where the browsers are, for every runner; `null` without Chromium. */
async function prepareBrowsers() {
  try {
    const chromium = await ensureChromium()
    const firefox = await ensureFirefox()
    if (!firefox) console.error('No Firefox was found: its tests are left out.')
    return {
      NECTAR_CHROMIUM: chromium.path,
      NECTAR_CHROMIUM_ARGS: chromium.args.join(' '),
      ...(firefox ? { NECTAR_FIREFOX: firefox } : {}),
    }
  } catch (error) {
    console.error(error.message)
    return null
  }
}

assertNode()
let tally = CRASHED
try {
  tally = await testAll(parseArguments(process.argv.slice(2), { full: 'flag' }))
} catch (error) {
  console.error(error.message)
}
process.exitCode = exitCode(tally)
for (const line of summary(tally)) console.log(line)
