import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCliIo } from '../testing/host-and-nectar.ts'
import { runInit } from './run-init.ts'

/** A project with these files; an object stands for a package.json with such dependencies. */
function project(files: Record<string, string | string[]>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-init-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    const manifest = { dependencies: Object.fromEntries([content].flat().map((name) => [name, '*'])) }
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(manifest))
  }
  const list = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .filter((name) => !(name in files))
      .sort()
  const run = async (...args: string[]) => {
    const io = createCliIo({ cwd: folder })
    const code = await runInit(args, io)
    return { code, text: io.printed() }
  }
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  return { folder, list, run, read }
}

test.each([
  [
    'Next.js',
    ['next', 'express', 'react'],
    {},
    ['app/api/nectar/[...path]/route.js', 'app/utilities/page.jsx', 'lib/nectar.js'],
  ],
  [
    'Next.js in src',
    ['next'],
    { 'src/x.ts': '', 'tsconfig.json': '{}' },
    ['src/app/api/nectar/[...path]/route.ts', 'src/app/utilities/page.tsx', 'src/lib/nectar.ts'],
  ],
  ['Express', ['express'], {}, ['nectar.mjs']],
  [
    'Express',
    ['express', 'react'],
    { 'src/a.ts': '', 'tsconfig.json': '' },
    ['src/nectar.ts', 'src/utilities.tsx'],
  ],
  ['Fastify', ['fastify'], {}, ['nectar.mjs']],
  ['Hono', ['hono'], {}, ['nectar.mjs']],
  ['Node', [], {}, ['nectar.mjs']],
])('for %s by %j', async (name, dependencies, files, expected) => {
  const { run, list } = project({ 'package.json': dependencies, ...files })
  const { code, text } = await run()
  expect(code).toBe(0)
  expect(list()).toEqual(['.env.example', ...expected].sort())
  expect(text).toContain(`For ${name.split(' in ')[0]}`)
  for (const file of expected)
    expect(text).toMatch(new RegExp(`\\+ ${file.replaceAll(/[.[\]]/g, '\\$&')} +written`))
})

test('the route of Next.js finds the options, wherever they are', async () => {
  const { run, read, folder } = project({ 'package.json': ['next'], 'src/x.ts': '', 'tsconfig.json': '' })
  await run()
  const route = 'src/app/api/nectar/[...path]/route.ts'
  const [, way = ''] = /from '(\.[^']+)'/.exec(read(route)) ?? []
  expect(existsSync(`${path.resolve(folder, path.dirname(route), way)}.ts`)).toBe(true)
})

test('what is there stays as it is, and is said', async () => {
  const { run, read, list } = project({
    'package.json': ['express'],
    'nectar.mjs': 'mine',
    '.env.example': 'PORT=3000',
  })
  const { text } = await run()
  expect(read('nectar.mjs')).toBe('mine')
  expect(text).toMatch(/– nectar\.mjs +is there already/)
  expect(read('.env.example')).toMatch(/^PORT=3000\n#.*\nNECTAR_API_KEY=\n/)
  const first = read('.env.example')
  const again = await run()
  expect(read('.env.example')).toBe(first)
  expect(again.text).toMatch(/– \.env\.example +is there already/)
  expect(list()).toEqual([])
})

test('a dry run writes nothing', async () => {
  const { run, list } = project({ 'package.json': ['hono'] })
  const { text } = await run('--dry-run')
  expect(list()).toEqual([])
  expect(text).toMatch(/nectar\.mjs +would be written/)
})

test('what is left is said: packages with the manager that is used, the mount, authorize', async () => {
  const { run } = project({ 'package.json': ['express'], 'pnpm-lock.yaml': '', 'tsconfig.json': '' })
  expect((await run()).text).toMatchInlineSnapshot(`
    "
    For Express, as package.json says
      + nectar.ts     written
      + .env.example  written

    By hand
      1. Install what is missing:
          pnpm add @nectar-connect/server
      2. Mount it, before anything that parses bodies, such as express.json():
          import { nectarHandler } from './nectar.js'
          app.use('/api/nectar', nectarHandler)
      3. Say in "authorize" of nectar.ts who is signed in. Until then everybody is answered 401.
      4. Set NECTAR_API_KEY on the server. To begin without one: npx nectar-sandbox, of the package
         @nectar-connect/sandbox, NECTAR_ORIGIN=http://localhost:4400 and
         NECTAR_API_KEY=nectar-sandbox-key.
      5. Show <NectarConnect /> of @nectar-connect/react in the app that your customers see.
      6. See whether all is right:
          npx nectar-connect doctor --url http://localhost:3000/api/nectar
    "
  `)
})

test('the mount is written as the project loads modules', async () => {
  const common = project({ 'package.json': ['hono'] })
  expect((await common.run()).text).toContain("require('./nectar.mjs') // Node 22.12 or newer")
  const module = project({ 'package.json': '{"type":"module","dependencies":{"hono":"4"}}' })
  expect((await module.run()).text).toContain("import { nectarHandler } from './nectar.js'")
  const options = '{ "compilerOptions": { "allowImportingTsExtensions": true, /* and so on */ } }'
  const typed = project({ 'package.json': ['hono'], 'tsconfig.json': options })
  expect((await typed.run()).text).toContain("import { nectarHandler } from './nectar.ts'")
})

test('another framework than package.json names, and mistakes', async () => {
  const { run, read } = project({ 'package.json': ['express'] })
  await run('--framework', 'fastify')
  expect(read('nectar.mjs')).toContain('toFastifyPlugin')
  await expect(run('--framework', 'rails')).rejects.toThrow('none of next, fastify')
  await expect(project({}).run()).rejects.toThrow('no package.json')
})
