import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'

/** The arguments of npx that run the pnpm which wrote the lockfile. */
export const PNPM = ['-y', 'pnpm@10.34.9']

/** Without these, npm comments on the user's own settings before every run. */
export const PNPM_ENV = { npm_config_loglevel: 'error', npm_config_update_notifier: 'false' }

const STAMP = path.join('node_modules', '.installed')

/**
 * Names the state of everything that decides what is installed.
 *
 * @param {string} root
 * @param {string} target Platform and processor.
 */
export function installFingerprint(root, target) {
  const hash = createHash('sha256').update(target)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(root)]) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * Whether the dependencies are already there, as the lockfile has them.
 *
 * @param {string} root
 * @param {string} target
 */
export function isInstalled(root, target) {
  const stamp = path.join(root, STAMP)
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== installFingerprint(root, target)) return false
  return manifests(root).every((manifest) => {
    /** @type {{ dependencies?: object, devDependencies?: object }} */
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, manifest), 'utf8'))
    const needsSome = Object.keys({ ...dependencies, ...devDependencies }).length > 0
    return !needsSome || existsSync(path.join(root, path.dirname(manifest), 'node_modules'))
  })
}

/**
 * Installs exactly what the lockfile names, and prints nothing unless that fails or takes time.
 *
 * @throws Error when it fails
 */
export function install() {
  const target = `${process.platform}-${process.arch}`
  if (isInstalled(ROOT, target)) return
  console.log('Installing dependencies …')
  const start = performance.now()
  const args = [...PNPM, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
  const { status, stdout, stderr } = spawnSync('npx', args, {
    cwd: ROOT,
    encoding: 'utf8',
    // On Windows npx is a batch file, which only a shell can start.
    shell: process.platform === 'win32',
    env: { ...process.env, ...PNPM_ENV },
  })
  if (status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}`.trimEnd())
    throw new Error('The dependencies could not be installed. Is the npm registry reachable?')
  }
  console.log(`Installed in ${Math.round((performance.now() - start) / 1000)} s.`)
  writeFileSync(path.join(ROOT, STAMP), installFingerprint(ROOT, target))
}

/** @param {string} root */
function manifests(root) {
  const nested = ['packages', 'apps'].flatMap((parent) =>
    existsSync(path.join(root, parent))
      ? readdirSync(path.join(root, parent)).map((name) => path.join(parent, name, 'package.json'))
      : [],
  )
  return ['package.json', ...nested.sort(), path.join('e2e', 'package.json')].filter((file) =>
    existsSync(path.join(root, file)),
  )
}
