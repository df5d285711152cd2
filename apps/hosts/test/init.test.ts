import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isFull } from '../../../tooling/lib/is-full.ts'
import { HOSTS, startProcess } from './start-process.ts'

const CLI = path.join(HOSTS, '../../packages/cli/dist/main.js')
const TSC = path.join(
  path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
)

/** A folder of a host in which packages are found. */
function project(framework: string, files: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(HOSTS, '.init-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const dependencies = framework === 'node' ? {} : { [framework]: '*' }
  const manifest = { type: 'module', dependencies: { ...dependencies, react: '*' } }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return { folder, printed: execFileSync(process.execPath, [CLI, 'init'], { cwd: folder, encoding: 'utf8' }) }
}

const TSCONFIG = JSON.stringify({
  extends: '../../../tsconfig.base.json',
  compilerOptions: {
    jsx: 'react-jsx',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    // Stylesheets are modules to bundlers, which bring the types for that.
    types: ['node', 'react', 'react-dom', 'vite/client'],
    customConditions: [],
  },
  include: ['**/*.ts', '**/*.tsx'],
})

const COMPILED = ['next', 'express', ...(isFull ? ['fastify', 'hono', 'node'] : [])]

test.each(COMPILED)('what is written for %s compiles', (framework) => {
  const { folder } = project(framework, { 'tsconfig.json': TSCONFIG })
  const { stdout, status } = spawnSync(process.execPath, [TSC, '--noEmit', '-p', folder], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

const SERVERS = {
  express: `import express from 'express'\nconst app = express()\nMOUNT\napp.use(express.json())\napp.listen(process.env.PORT)`,
  fastify: `import Fastify from 'fastify'\nconst app = Fastify()\nMOUNT\nawait app.listen({ port: Number(process.env.PORT) })`,
  hono: `import { serve } from '@hono/node-server'\nimport { Hono } from 'hono'\nconst app = new Hono()\nMOUNT\nserve({ fetch: app.fetch, port: Number(process.env.PORT) })`,
  node: `import { createServer } from 'node:http'\ncreateServer((req, res) => {\nMOUNT\nres.end()\n}).listen(process.env.PORT)`,
}

describe.each(Object.entries(SERVERS))('%s', (framework, server) => {
  test('runs with the lines that are printed, and the doctor finds nothing wrong', async () => {
    const { folder, printed } = project(framework)
    const [, imported = '', mount = ''] = /^ +(import \{ nectar.+)\n +(.+)$/m.exec(printed) ?? []
    writeFileSync(path.join(folder, 'server.js'), `${imported}\n${server.replace('MOUNT', mount)}`)
    const env = {
      NECTAR_API_KEY: 'a-key-of-nobody',
      NECTAR_WEBHOOK_SECRET: 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ==',
    }
    const running = await startProcess([process.execPath, 'server.js'], env, '/api/nectar/health', folder)
    onTestFinished(running.close)
    const { stdout, status } = spawnSync(
      process.execPath,
      [CLI, 'doctor', '--json', '--url', `${running.origin}/api/nectar`],
      { encoding: 'utf8', env: { NECTAR_WEBHOOK_SECRET: env.NECTAR_WEBHOOK_SECRET } },
    )
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, failed: 0, passed: 5 })
    expect(status).toBe(0)
  })
})
