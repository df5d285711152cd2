import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PUBLISHED, packageName } from '../lib/packages.ts'
import { pnpm } from '../lib/pnpm.ts'
import { ROOT } from '../lib/root.mjs'

/** @typedef {{ folder: string, remove(): void }} Temporary */

/** @returns {Temporary} A folder that knows nothing of this workspace. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-packed-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Packs the published packages as a release does.
 *
 * @param {string} into
 * @returns {Promise<Record<string, string>>} The tarballs by the names of the packages' folders.
 */
export async function packAll(into) {
  const tarballs = {}
  for (const name of PUBLISHED) {
    const folder = path.join(into, name)
    mkdirSync(folder)
    await succeed(['pack', '--pack-destination', folder], { cwd: path.join(ROOT, 'packages', name) })
    const [file] = readdirSync(folder)
    tarballs[name] = path.join(folder, file)
  }
  return tarballs
}

/**
 * Makes a project outside of the workspace, with the tarballs installed next to what else it needs.
 *
 * @param {string} folder
 * @param {Record<string, string>} tarballs
 * @param {Record<string, string>} others Names and versions.
 * @param {Record<string, string>} files
 */
export async function installInto(folder, tarballs, others, files) {
  mkdirSync(folder, { recursive: true })
  const packed = Object.fromEntries(
    Object.entries(tarballs).map(([name, file]) => [packageName(name), `file:${file}`]),
  )
  const manifest = { name: 'a-host', private: true, type: 'module', dependencies: { ...packed, ...others } }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text)
  await installIn(folder)
}

/**
 * Installs what the folder's `package.json` asks for; peers have to fit.
 *
 * @param {string} folder
 */
export async function installIn(folder) {
  await succeed(['install', '--prefer-offline', '--ignore-scripts', '--strict-peer-dependencies'], {
    cwd: folder,
  })
}

/**
 * @param {string[]} args
 * @param {Parameters<typeof pnpm>[1]} options
 * @throws Error with what pnpm printed
 */
export async function succeed(args, options) {
  const { failed, all } = await pnpm(args, { timeout: 120_000, ...options })
  if (failed) throw new Error(`pnpm ${args.join(' ')}\n${all}`)
}
