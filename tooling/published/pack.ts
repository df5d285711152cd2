import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PUBLISHED, type Published, packageName } from '../lib/packages.ts'
import { pnpm } from '../lib/pnpm.ts'
import { ROOT } from '../lib/root.mjs'

export interface Temporary {
  folder: string
  remove(): void
}

/** The tarballs by the names of the packages' folders. */
export type Tarballs = Record<Published, string>

/** A folder that knows nothing of this workspace. */
export function temporaryFolder(): Temporary {
  const folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-packed-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Packs the published packages as a release does, in one go. */
export async function packAll(into: string): Promise<Tarballs> {
  const wanted = PUBLISHED.map((name) => `--filter=./packages/${name}`)
  await succeed(['-r', ...wanted, 'pack', '--pack-destination', into], { cwd: ROOT })
  const entries = PUBLISHED.map((name) => [name, path.join(into, tarballName(name))])
  return Object.fromEntries(entries) as Tarballs
}

function tarballName(folder: Published) {
  const manifest = readFileSync(path.join(ROOT, 'packages', folder, 'package.json'), 'utf8')
  const { name, version } = JSON.parse(manifest) as { name: string; version: string }
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`
}

/**
 * Makes a project outside of the workspace, with the tarballs installed next to what else it needs.
 *
 * @param others Names and versions.
 * @param files Texts by names.
 * @param type What its files with plain names are.
 */
export async function installInto(
  folder: string,
  tarballs: Partial<Tarballs>,
  others: Record<string, string>,
  files: Record<string, string>,
  type: 'module' | 'commonjs' = 'module',
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const packed = Object.fromEntries(
    Object.entries(tarballs).map(([name, file]) => [packageName(name), `file:${file}`]),
  )
  const manifest = { name: 'a-host', private: true, type, dependencies: { ...packed, ...others } }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text)
  await installIn(folder)
}

/** Installs what the folder's `package.json` asks for; peers have to fit. */
export async function installIn(folder: string): Promise<void> {
  await succeed(['install', '--prefer-offline', '--ignore-scripts', '--strict-peer-dependencies'], {
    cwd: folder,
  })
}

/** @throws Error with what pnpm printed */
export async function succeed(args: string[], options: Parameters<typeof pnpm>[1]): Promise<void> {
  const { failed, all } = await pnpm(args, { timeout: 120_000, ...options })
  if (failed) throw new Error(`pnpm ${args.join(' ')}\n${all}`)
}
