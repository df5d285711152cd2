import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { PUBLISHED, type Published, packageName } from '../lib/packages.ts'
import { ROOT } from '../lib/root.mjs'
import { tool } from '../lib/tool.ts'
import type { Tarballs } from './pack.ts'

export interface Content {
  /** Texts by names. */
  files: Record<string, string>
  /** Names; `express@express-4` is what the workspace calls `express-4`. */
  packages: string[]
}

/**
 * Lays out files in a folder, and puts packages beside them as an install does, without a network: ours out of the tarballs,
 * the others as links to where the workspace has them.
 */
export async function layOut(
  folder: string,
  { files, packages }: Content,
  tarballs: Tarballs,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const modules = path.join(folder, 'node_modules')
  for (const wanted of packages) {
    const ours = PUBLISHED.find((name) => packageName(name) === wanted)
    if (ours) await unpack(modules, ours, tarballs)
    else link(modules, wanted, ['apps/hosts', '.'])
  }
}

async function unpack(modules: string, name: Published, tarballs: Tarballs) {
  const into = path.join(modules, packageName(name))
  mkdirSync(into, { recursive: true })
  const { failed, all } = await tool('tar', ['-xzf', tarballs[name], '-C', into, '--strip-components=1'])
  if (failed) throw new Error(`${tarballs[name]} could not be unpacked.\n${all}`)
  for (const dependency of Object.keys(readManifest(into).dependencies)) {
    link(modules, dependency, [`packages/${name}`])
  }
  linkCommands(modules, into)
}

function link(modules: string, wanted: string, homes: string[]) {
  const [, name = wanted, alias = name] = /^(@?[^@]+)(?:@(.+))?$/.exec(wanted) ?? []
  const to = path.join(modules, name)
  if (existsSync(to)) return
  const found = homes.map((home) => path.join(ROOT, home, 'node_modules', alias)).find(existsSync)
  if (!found) throw new Error(`${alias} is installed in none of ${homes.join(', ')}.`)
  mkdirSync(path.dirname(to), { recursive: true })
  symlinkSync(realpathSync(found), to)
  linkCommands(modules, to)
}

function linkCommands(modules: string, folder: string) {
  const { name, bin = {} } = readManifest(folder)
  const commands = typeof bin === 'string' ? { [path.basename(name)]: bin } : bin
  mkdirSync(path.join(modules, '.bin'), { recursive: true })
  for (const [command, script] of Object.entries(commands)) {
    const file = realpathSync(path.join(folder, script))
    chmodSync(file, 0o755)
    symlinkSync(file, path.join(modules, '.bin', command))
  }
}

function readManifest(folder: string) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string
    bin?: string | Record<string, string>
    dependencies: Record<string, string>
  }
}
