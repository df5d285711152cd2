import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../lib/root.mjs'
import { installIn, succeed, type Tarballs } from './pack.ts'

/** The smallest complete apps, in `examples`. They are no part of the workspace: whoever copies one gets the same. */
export const EXAMPLES = ['next', 'express']

const NOT_COPIED = new Set(['node_modules', '.next', 'dist'])
const OURS = '@nectar-connect/'

interface Manifest {
  name: string
  version: string
  dependencies: Record<string, string>
}

/**
 * Copies an example out of the workspace, installs it with the packed packages instead of the registry's, and builds it.
 *
 * @param name One of `EXAMPLES`.
 * @param folder Where to.
 * @throws Error with what was printed, when one of the steps fails
 */
export async function buildExample(name: string, folder: string, tarballs: Tarballs): Promise<void> {
  const isWanted = (file: string) => !NOT_COPIED.has(path.basename(file))
  cpSync(path.join(ROOT, 'examples', name), folder, { recursive: true, filter: isWanted })
  const file = path.join(folder, 'package.json')
  const manifest = readManifest(file)
  writeFileSync(file, JSON.stringify({ ...manifest, ...withTarballs(manifest, tarballs) }, null, 2))
  await installIn(folder)
  await succeed(['run', 'build'], {
    cwd: folder,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

function withTarballs({ name, dependencies }: Manifest, tarballs: Record<string, string>) {
  const entries = Object.entries(dependencies).map(([dependency, range]): [string, string] => {
    if (!dependency.startsWith(OURS)) return [dependency, range]
    const folder = dependency.slice(OURS.length)
    const { version } = readManifest(path.join(ROOT, 'packages', folder, 'package.json'))
    if (range !== `^${version}`) {
      throw new Error(`${name}/package.json asks for ${dependency} ${range}; what is here is ${version}.`)
    }
    return [dependency, `file:${tarballs[folder]}`]
  })
  // Image processing that nothing here uses.
  return { dependencies: Object.fromEntries(entries), pnpm: { ignoredOptionalDependencies: ['sharp'] } }
}

function readManifest(file: string) {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}
