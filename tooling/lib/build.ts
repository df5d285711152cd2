import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readPublicExports } from '../docs/public-exports.ts'
import { renderReference } from '../docs/reference.ts'
import { buildConsole } from './build-console.ts'
import { PUBLISHED } from './packages.ts'
import { makePageFiles } from './page-files.mjs'
import { ROOT } from './root.mjs'
import { tool } from './tool.ts'

const STAMP = path.join('node_modules', '.built')
const BUILD_LIMIT_MS = 240_000

/**
 * Builds the published packages, unless they are already built from what is there now.
 *
 * @throws Error with what the build printed
 */
export async function build() {
  makePageFiles()
  const fingerprint = buildFingerprint(ROOT)
  const stamp = path.join(ROOT, STAMP)
  const isBuilt =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint &&
    PUBLISHED.every((name) =>
      existsSync(path.join(ROOT, 'packages', name, 'dist', name === 'cli' ? 'main.js' : 'index.js')),
    )
  if (isBuilt) return
  for (const name of PUBLISHED) {
    const cwd = path.join(ROOT, 'packages', name)
    const { failed, all } = await tool('tsdown', [], {
      cwd,
      localDir: cwd,
      timeout: BUILD_LIMIT_MS,
      env: { NO_COLOR: '1' },
    })
    if (failed) throw new Error(`packages/${name} could not be built.\n${all}`)
  }
  await buildConsole()
  for (const [name, page] of renderReference(readPublicExports()).pages) {
    writeFileSync(path.join(ROOT, 'packages', name, 'dist/reference.md'), page)
  }
  writeFileSync(stamp, fingerprint)
}

/** Names the state of everything that the packages are built from. */
export function buildFingerprint(root: string) {
  const hash = createHash('sha256')
  const add = (file: string) => hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json']) add(file)
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`)
  for (const folder of [...packages, 'apps/sandbox-console'].sort()) {
    for (const file of filesOf(root, path.normalize(folder))) add(file)
  }
  return hash.digest('hex')
}

function filesOf(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name)
      if (!entry.isDirectory()) return [file]
      return entry.name === 'dist' || entry.name === 'node_modules' ? [] : filesOf(root, file)
    })
}
