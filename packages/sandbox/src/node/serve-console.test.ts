import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { serveConsole } from './serve-console.ts'
import { startSandbox } from './start-sandbox.ts'

const ORIGIN = 'http://localhost:4400'

async function builtConsole(): Promise<URL[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'console-'))
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'index.html'), '<title>Console</title>')
  await writeFile(path.join(folder, 'assets/index-1a2b.js'), 'run()')
  await writeFile(path.join(folder, 'secret.txt'), 'secret')
  return [pathToFileURL(`${folder}/`)]
}

test('the page is strict about where it may load from, and nobody may frame it', async () => {
  const page = await serveConsole(`${ORIGIN}/console?view=traffic`, await builtConsole())
  expect(await page?.text()).toContain('Console')
  expect(page?.headers.get('content-type')).toContain('text/html')
  expect(page?.headers.get('cache-control')).toBe('no-store')
  expect(page?.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  const policy = page?.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*/)
})

test('its files are served with their types, and nothing else is', async () => {
  const folders = await builtConsole()
  const script = await serveConsole(`${ORIGIN}/console/assets/index-1a2b.js`, folders)
  expect(script?.headers.get('content-type')).toContain('text/javascript')
  expect(script?.headers.get('cache-control')).toContain('immutable')
  expect((await serveConsole(`${ORIGIN}/console/assets/gone.js`, folders))?.status).toBe(404)
  for (const other of ['/console/secret.txt', '/console/assets/..%2Fsecret.txt', '/consoles', '/v2.2/ping']) {
    expect(await serveConsole(`${ORIGIN}${other}`, folders)).toBeNull()
  }
})

test('where it is not built, it says how to build it', async () => {
  const page = await serveConsole(`${ORIGIN}/console`, [pathToFileURL(`${tmpdir()}/nothing/`)])
  expect(page?.status).toBe(404)
  expect(await page?.text()).toContain('pnpm --filter @nectar-connect/sandbox-console build')
})

test('a sandbox on a port serves it, and leads there from its own address', async () => {
  const { origin, close } = await startSandbox({ port: 0 })
  const response = await fetch(`${origin}/?view=outbox`)
  expect(response.url).toBe(`${origin}/console?view=outbox`)
  expect(await response.text()).toMatch(/Nectar sandbox|is not built/)
  await close()
})
