import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Check, LINT, listChecks, printCheck, runChecks } from './lib/checks.ts'
import { prepareBrowsers } from './lib/prepare-browsers.ts'
import { ROOT } from './lib/root.mjs'
import { tool } from './lib/tool.ts'

/**
 * What a change is most likely to break, in a minute: lint of the files, and of the packages that they belong to the types and
 * the unit tests that import what has changed; where `packages/react` has changed, its components and stories, too.
 * `npm run test:changed -- main` compares with a branch; without one, with the last commit.
 */
const [since = 'HEAD'] = process.argv.slice(2)

/** What runs in a browser takes longest: it runs where it is about what has changed. Built, packed and end-to-end tests are for `npm test`. */
const IN_BROWSER: Record<string, string[]> = {
  'packages/react/': ['components', 'stories'],
  '.storybook/': ['stories'],
}

/** These go through every story in every language, so that any component starts them: they wait for `npm test`. */
const SWEEPS = [
  'packages/react/src/locales/locales.test.tsx',
  'packages/react/src/testing/translate-page.test.tsx',
]

function listChanged() {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n')
  return [...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')].filter(
    Boolean,
  )
}

/** The types of the folders in which something has changed. */
function isAbout({ name }: Check, changed: string[]) {
  const [kind, project = ''] = name.split(' ')
  const folder = `${project.split('/').slice(0, -1).join('/')}/`
  return kind === 'types' && changed.some((file) => file.startsWith(folder))
}

function lintOf(changed: string[]): Check {
  const files = changed.filter((file) => existsSync(path.join(ROOT, file)))
  const { name, command, args } = LINT
  return { name, command, args: [...args, '--no-errors-on-unmatched', ...files] }
}

/** The folder of the package, or of the workspace, that a file is in. */
function folderOf(file: string) {
  const [parent = '', name] = file.split('/')
  return ['packages', 'apps'].includes(parent) ? `${parent}/${name}/` : `${parent}/`
}

/** The sweeps in whose own folder nothing has changed. */
function sweepsToSkip(changed: string[]) {
  return SWEEPS.filter((sweep) => !changed.some((file) => file.startsWith(`${path.posix.dirname(sweep)}/`)))
}

async function testChanged() {
  const changed = listChanged()
  if (changed.length === 0) return console.log(`Nothing has changed since ${since}.`)
  const types = listChecks().filter((check) => isAbout(check, changed))
  const results = await runChecks([lintOf(changed), ...types], printCheck)
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
    ...new Set(changed.map(folderOf)),
    ...sweepsToSkip(changed).map((file) => `--exclude=**/${path.posix.basename(file)}`),
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
