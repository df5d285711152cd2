import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.ts'
import { ROOT } from './root.mjs'
import { tool } from './tool.ts'

const AT_ONCE = 2
const CHECK_LIMIT_MS = 240_000
const SKIPPED = new Set(['node_modules', 'dist', 'fixtures'])
const DEPTH = 2
const REMARK = [
  ...['--frail', '--quiet', '--no-stdout', '--ignore-path', '.gitignore'],
  ...['--use', 'remark-validate-links=repository:false'],
]

export interface Check {
  name: string
  command: string
  args: string[]
  needsBuild?: boolean
}

export interface CheckResult {
  name: string
  ok: boolean
  ms: number
  output: string
}

/** Without files, it lints nothing: `listChecks` gives it all of them. */
export const LINT: Check = { name: 'lint', command: 'biome', args: ['check', '--diagnostic-level=error'] }

/** What has to hold before any test is worth running. */
export function listChecks(): Check[] {
  const types = findTsconfigs(ROOT).map((project) => ({
    name: `types ${project}`,
    command: path.join(ROOT, 'tooling/type-check/node_modules/.bin/tsc'),
    args: ['--noEmit', '--pretty', 'false', '-p', project],
  }))
  const folders = ['packages', 'apps', 'bench', 'e2e', '.storybook'].filter((folder) =>
    existsSync(path.join(ROOT, folder)),
  )
  return [
    { ...LINT, args: [...LINT.args, '.'] },
    { name: 'unused', command: 'knip', args: ['--no-config-hints'] },
    {
      name: 'directions',
      command: 'depcruise',
      args: ['--config', '.dependency-cruiser.cjs', ...folders],
    },
    {
      name: 'circles',
      command: 'depcruise',
      args: ['--config', '.dependency-cruiser.folders.cjs', 'packages'],
    },
    { name: 'words', command: process.execPath, args: ['tooling/words.ts'] },
    { name: 'budgets', command: process.execPath, args: ['tooling/budgets.ts'] },
    { name: 'links', command: 'remark', args: [...REMARK, '.', 'llms.txt'] },
    ...types,
    { name: 'size', command: process.execPath, args: ['tooling/size.ts'], needsBuild: true },
    { name: 'browsers', command: process.execPath, args: ['tooling/floor.ts'], needsBuild: true },
    { name: 'api', command: process.execPath, args: ['tooling/api.ts'], needsBuild: true },
  ]
}

/**
 * The TypeScript projects of the workspace. What a build compiles is a part of another one.
 *
 * @returns Paths relative to the root, with slashes.
 */
export function findTsconfigs(root: string): string[] {
  const members = ['packages', 'apps'].flatMap((parent) => subfolders(root, parent))
  return [...members, 'bench', 'e2e', 'tooling', '.storybook']
    .flatMap((folder) => tsconfigsIn(root, folder, DEPTH))
    .sort()
}

/**
 * Runs checks, a few at once, and reports each when it ends.
 *
 * @param start Replaced by tests.
 * @returns In the order of `checks`.
 */
export async function runChecks(
  checks: Check[],
  report: (result: CheckResult) => void,
  start: (check: Check) => Promise<{ failed: boolean; all?: string }> = startCheck,
): Promise<CheckResult[]> {
  // Once, before several of them would do it at the same time. They say it themselves when it fails.
  if (checks.some(({ needsBuild }) => needsBuild)) await build().catch(() => {})
  const results: CheckResult[] = []
  const queue = [...checks.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, check] = next
      const began = performance.now()
      const { failed, all = '' } = await start(check)
      const result = { name: check.name, ok: !failed, ms: performance.now() - began, output: all }
      results[index] = result
      report(result)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

export function printCheck({ name, ok, ms, output }: CheckResult): void {
  console.log(`${ok ? '✓' : '✗'} ${name} (${(ms / 1000).toFixed(1)} s)`)
  if (!ok && output.trim()) console.log(output.trimEnd().replace(/^/gm, '    '))
}

function startCheck({ command, args }: Check) {
  return tool(command, args, { timeout: CHECK_LIMIT_MS, env: { NO_COLOR: '1' } })
}

function subfolders(root: string, parent: string) {
  return entries(root, parent)
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
    .map((entry) => path.posix.join(parent, entry.name))
}

function tsconfigsIn(root: string, folder: string, depth: number): string[] {
  const here = entries(root, folder)
    .filter(({ name }) => /^tsconfig(\..+)?\.json$/.test(name) && !/\.(base|build)\.json$/.test(name))
    .map((entry) => path.posix.join(folder, entry.name))
  const below = depth > 0 ? subfolders(root, folder).flatMap((sub) => tsconfigsIn(root, sub, depth - 1)) : []
  return [...here, ...below]
}

function entries(root: string, folder: string) {
  const full = path.join(root, folder)
  return existsSync(full) ? readdirSync(full, { withFileTypes: true }) : []
}
