import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConsole } from '../../tooling/lib/build-console.ts'
import { makePageFiles } from '../../tooling/lib/page-files.mjs'

const DEMO = fileURLToPath(new URL('../../apps/demo/', import.meta.url))

/** Builds the pages of the demo and of the sandbox's console once, before the first test: what is tested is what stands in the tree. */
export default async function buildDemo() {
  makePageFiles()
  await buildConsole()
  const manifest = createRequire(path.join(DEMO, 'package.json')).resolve('vite/package.json')
  const vite = path.join(path.dirname(manifest), 'bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: DEMO, stdio: 'inherit' })
}
