import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface StaticStorybook {
  origin: string
  /** Paths that were asked for and are no file. */
  missing: string[]
  close(): Promise<void>
}

/** Storybook as it is published: built to files, and served by something that knows nothing but files. */
export async function startStaticStorybook(): Promise<StaticStorybook> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nectar-storybook-'))
  await buildStorybook(folder)
  const missing: string[] = []
  const server = createServer(async ({ url = '/' }, response) => {
    const file = path.join(folder, path.normalize(decodeURIComponent(url.replace(/\?.*/, ''))))
    try {
      const content = await readFile(file)
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
      response.end(content)
    } catch {
      missing.push(url)
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    missing,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function buildStorybook(folder: string): Promise<void> {
  const manifest = createRequire(path.join(ROOT, 'package.json')).resolve('storybook/package.json')
  const { bin } = JSON.parse(await readFile(manifest, 'utf8'))
  const script = path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin.storybook)
  await promisify(execFile)(process.execPath, [script, 'build', '--quiet', '--output-dir', folder], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', STORYBOOK_DISABLE_TELEMETRY: '1' },
    maxBuffer: 64 * 1024 * 1024,
  })
}
