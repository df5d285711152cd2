import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../lib/root.mjs'
import { installIn, succeed } from './pack.ts'

/** The smallest complete apps, in `examples`. They are no part of the workspace: whoever copies one gets the same. */
export const EXAMPLES = ['next', 'express']

const NOT_COPIED = new Set(['node_modules', '.next', 'dist'])
const OURS = '@nectar-connect/'

/**
 * Copies an example out of the workspace, installs it with the packed packages instead of the registry's, and builds it.
 *
 * @param {string} name One of `EXAMPLES`.
 * @param {string} folder Where to.
 * @param {Record<string, string>} tarballs From `packAll`.
 * @throws Error with what was printed, when one of the steps fails
 */
export async function buildExample(name, folder, tarballs) {
  const isWanted = (file) => !NOT_COPIED.has(path.basename(file))
  cpSync(path.join(ROOT, 'examples', name), folder, { recursive: true, filter: isWanted })
  const file = path.join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...manifest, ...withTarballs(manifest, tarballs) }, null, 2))
  await installIn(folder)
  await succeed(['run', 'build'], {
    cwd: folder,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

function withTarballs({ name, dependencies }, tarballs) {
  const entries = Object.entries(dependencies).map(([dependency, range]) => {
    if (!dependency.startsWith(OURS)) return [dependency, range]
    const folder = dependency.slice(OURS.length)
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'packages', folder, 'package.json'), 'utf8'))
    if (range !== `^${version}`) {
      throw new Error(`${name}/package.json asks for ${dependency} ${range}; what is here is ${version}.`)
    }
    return [dependency, `file:${tarballs[folder]}`]
  })
  // Image processing that nothing here uses.
  return { dependencies: Object.fromEntries(entries), pnpm: { ignoredOptionalDependencies: ['sharp'] } }
}
