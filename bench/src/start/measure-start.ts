import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { type Comparison, compare } from '../measure/compare.ts'

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const OURS = fileOf('./ours.ts')
const THEIRS = fileOf('./theirs.ts')

/** What a Worker is sent: this package and all that it needs, bundled and minified. @returns bytes, compressed */
export async function measureWorker(): Promise<number> {
  const { outputFiles } = await bundle(OURS, {
    conditions: ['@nectar-connect/source', 'workerd', 'worker'],
    write: false,
  })
  return gzipSync(outputFiles?.[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}

/**
 * Importing this package against importing Hono, standardwebhooks and zod, each bundled into one file and imported by a
 * process of its own.
 *
 * @returns milliseconds of the processor.
 */
export async function measureStart(rounds: number): Promise<Comparison> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-start-'))
  try {
    const contestant = async (name: string, entry: string) => {
      const file = path.join(folder, `${name}.mjs`)
      await bundle(entry, { conditions: ['@nectar-connect/source'], outfile: file })
      return { name, round: async () => importIn(file) }
    }
    return await compare(await contestant('ours', OURS), await contestant('theirs', THEIRS), rounds)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function bundle(entry: string, options: BuildOptions) {
  return build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    ...options,
  })
}

function importIn(file: string): number {
  const script = `const began = process.cpuUsage(); await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(began); console.log((user + system) / 1000)`
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  )
}
