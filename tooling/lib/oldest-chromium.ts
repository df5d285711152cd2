import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { installInto, temporaryFolder } from '../published/pack.ts'
import { ROOT } from './root.mjs'
import { tool } from './tool.ts'

/** The oldest Chromium that is supported, as it stands on npm: for Linux on x64, compressed, and with the libraries that it asks for left to the system. */
const PACKAGE = { '@sparticuz/chromium': '109.0.6' }

const FOLDER = path.join(ROOT, 'node_modules', '.oldest-chromium')
const START_LIMIT_MS = 20_000

/**
 * Finds the oldest Chromium that is supported, or downloads it: 58 MB, once.
 *
 * @returns `null` where it cannot be had or does not start: its tests are left out.
 */
export async function ensureOldestChromium(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const file = path.join(FOLDER, 'chromium')
  try {
    if (!existsSync(file)) await download(file)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return null
  }
  const { failed } = await tool(file, ['--no-sandbox', '--version'], { timeout: START_LIMIT_MS })
  return failed ? null : file
}

async function download(file: string) {
  console.log('Downloading the oldest Chromium that is supported …')
  const { folder, remove } = temporaryFolder()
  const part = `${file}.part`
  try {
    await installInto(folder, {}, PACKAGE, {})
    mkdirSync(FOLDER, { recursive: true })
    await pipeline(
      createReadStream(path.join(folder, 'node_modules/@sparticuz/chromium/bin/chromium.br')),
      createBrotliDecompress(),
      createWriteStream(part, { mode: 0o755 }),
    )
    renameSync(part, file)
  } finally {
    remove()
  }
}
