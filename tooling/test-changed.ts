import { execFileSync } from 'node:child_process'
import { type Check, listChecks, printCheck, runChecks } from './lib/checks.ts'
import { prepareBrowsers } from './lib/prepare-browsers.ts'
import { ROOT } from './lib/root.mjs'
import { tool } from './lib/tool.ts'

/**
 * What a change is most likely to break, in a minute: lint, the types of the packages that it touches, the unit tests that
 * import what has changed, and where `packages/react` has changed, its components and stories, too. `npm run test:changed -- main` compares with a branch; without one, with the last commit.
 */
const [since = 'HEAD'] = process.argv.slice(2)

/** What runs in a browser takes longest: it runs where it is about what has changed. Built, packed and end-to-end tests are for `npm test`. */
const IN_BROWSER: Record<string, string[]> = {
  'packages/react/': ['components', 'stories'],
  '.storybook/': ['stories'],
  'packages/sandbox/src/browser/': ['pages'],
}

function listChanged() {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n')
  return [...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')].filter(
    Boolean,
  )
}

function isAbout(check: Check, changed: string[]) {
  if (check.needsBuild) return false
  const [kind, project = ''] = check.name.split(' ')
  if (kind !== 'types') return kind === 'lint'
  const folder = `${project.split('/').slice(0, -1).join('/')}/`
  return changed.some((file) => file.startsWith(folder))
}

async function testChanged() {
  const changed = listChanged()
  if (changed.length === 0) return console.log(`Nothing has changed since ${since}.`)
  const results = await runChecks(
    listChecks().filter((check) => isAbout(check, changed)),
    printCheck,
  )
  const inBrowser = Object.entries(IN_BROWSER)
    .filter(([folder]) => changed.some((file) => file.startsWith(folder)))
    .flatMap(([, projects]) => projects)
  const browsers = inBrowser.length > 0 ? await prepareBrowsers() : null
  const projects = new Set(['unit', ...(browsers ? inBrowser : [])])
  const args = [
    'run',
    '--changed',
    since,
    '--passWithNoTests',
    ...[...projects].flatMap((name) => ['--project', name]),
  ]
  const { failed } = await tool('vitest', args, {
    env: browsers ?? {},
    stdout: 'inherit',
    stderr: 'inherit',
  })
  if (failed || results.some(({ ok }) => !ok)) process.exitCode = 1
}

await testChanged().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
