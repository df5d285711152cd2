import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build as bundle } from 'esbuild'
import { build as viteBuild } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { DEVELOPMENT_WORDS, developmentWordsIn } from '../../packages/react/src/testing/development-words.ts'
import { parsePage } from '../docs/markdown.ts'
import { isFull } from '../lib/is-full.ts'
import { LIBRARIES, type Manifest, PUBLISHED, type Published, packageName } from '../lib/packages.ts'
import { tool } from '../lib/tool.ts'
import { bundleWithWebpack, WEBPACK } from './bundle-with-webpack.ts'
import { installInto, temporaryFolder } from './pack.ts'

/** What hosts bring along: the newest that is supported and, in the full run, the oldest. */
const PEERS: Record<string, Record<string, string>> = {
  newest: { '@tanstack/react-query': '5.108.0', react: '19.3.1', 'react-dom': '19.3.1', redis: '6.3.1' },
  ...(isFull && {
    oldest: { '@tanstack/react-query': '5.60.2', react: '18.2.0', 'react-dom': '18.2.0', redis: '5.0.0' },
  }),
}

const TYPES = { '@types/node': '24.12.0', '@types/react': '19.3.0', '@types/react-dom': '19.3.0' }

const RENDER = `
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, version } from 'react'
import { renderToString } from 'react-dom/server'
import { ConnectionList, ConnectionStatusBadge, NectarConnect } from '@nectar-connect/react'
const page = [ConnectionList, NectarConnect, [ConnectionStatusBadge, { status: 'CONNECTED' }]].map((part, key) => {
  const [type, props] = [part].flat()
  return createElement(type, { ...props, key })
})
const html = renderToString(createElement(QueryClientProvider, { client: new QueryClient() }, page))
console.log(JSON.stringify({ version, html }))
`

const OPEN_CONSOLE = `
import { startSandbox } from '@nectar-connect/sandbox/node'
const { origin, close } = await startSandbox({ port: 0 })
const response = await fetch(origin)
console.log(response.status, await response.text())
await close()
`

const temporary = temporaryFolder()
const tarballs = inject('tarballs')
const at = (...names: string[]) => path.join(temporary.folder, ...names)

beforeAll(async () => {
  for (const [name, peers] of Object.entries({
    ...PEERS,
    newest: { ...PEERS.newest, ...TYPES, ...(isFull && WEBPACK) },
  })) {
    await installInto(at(name), tarballs, peers, { 'render.mjs': RENDER })
  }
})

afterAll(() => temporary.remove())

const installed = (name: Published) => at('newest', 'node_modules', packageName(name))
const manifestOf = (name: Published) =>
  JSON.parse(readFileSync(path.join(installed(name), 'package.json'), 'utf8')) as Manifest

/** Every entry with code, as it is imported. */
const entriesOf = (name: Published) =>
  Object.entries(manifestOf(name).exports ?? {})
    .filter(([, target]) => target.types)
    .map(([subpath]) => path.posix.join(`@nectar-connect/${name}`, subpath))

/** The sandbox's console is a page, not a module, and what the bundler adds has no source. */
const MODULE = /^dist\/(?!console\/|rolldown-runtime).*\.c?js$/
const PASSED_ON = /^(import|export|const require_|Object\.defineProperty|\/\/|['"]use |$)/

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))

describe.each(PUBLISHED)('%s', (name) => {
  test('holds what its users need, and nothing else', () => {
    const files = filesOf(installed(name))
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']))
    expect(files.filter((file) => /^src|\.test\.|tsconfig|tsdown/.test(file))).toEqual([])
    for (const file of files.filter((each) => MODULE.test(each))) {
      const code = readFileSync(path.join(installed(name), file), 'utf8')
      // Some only pass on what others have.
      if (code.split('\n').every((line) => PASSED_ON.test(line))) continue
      expect(files, file).toContain(`${file}.map`)
      const map = readFileSync(path.join(installed(name), `${file}.map`), 'utf8')
      const { sourcesContent } = JSON.parse(map) as { sourcesContent: unknown[] }
      expect(sourcesContent.every((text) => typeof text === 'string' && text !== '')).toBe(true)
    }
  })

  test('depends on nothing that is not published', () => {
    const { dependencies, peerDependencies = {} } = manifestOf(name)
    const all = Object.entries({ ...dependencies, ...peerDependencies })
    expect(all.filter(([key, range]) => key.startsWith('@nectar-connect/') || !/^\^\d/.test(range))).toEqual(
      [],
    )
    const code = filesOf(installed(name))
      .filter((file) => /\.(c?js|d\.c?ts)$/.test(file) && file.startsWith('dist'))
      .map((file) => readFileSync(path.join(installed(name), file), 'utf8'))
    expect(
      code.filter((text) =>
        /^(import|export) .*["']@nectar-connect\/|\brequire\(["']@nectar-connect\//m.test(text),
      ),
    ).toEqual([])
  })

  test('publint finds nothing', async () => {
    const { exitCode, all } = await tool('publint', [tarballs[name], '--strict'])
    expect([exitCode, all]).toEqual([0, expect.stringContaining('All good')])
  })
})

test('the sandbox serves its console, and what is bundled comes with its licenses', async () => {
  expect(filesOf(installed('sandbox'))).toEqual(
    expect.arrayContaining([
      'dist/figtree-license.txt',
      'dist/console/geist-license.txt',
      'dist/console/license.md',
    ]),
  )
  writeFileSync(at('newest', 'open-console.mjs'), OPEN_CONSOLE)
  const { stdout } = await tool('node', ['open-console.mjs'], { cwd: at('newest') })
  expect(stdout).toMatch(/^200 .*<script type="module"/s)
})

describe.each(LIBRARIES)('%s', (name) => {
  test('its llms.txt leads to what is in it', () => {
    expect(filesOf(installed(name))).toContain('dist/index.d.ts')
    const text = readFileSync(path.join(installed(name), 'llms.txt'), 'utf8')
    const targets = parsePage('llms.txt', text).links.map(({ target }) => target)
    expect(filesOf(installed(name))).toEqual(expect.arrayContaining(targets))
    expect(targets.length).toBeGreaterThan(entriesOf(name).length)
  })

  test('are the types wrong? No', async () => {
    const sheets = ['connect', 'lists', 'sharp', 'styles'].map((sheet) => `./${sheet}.css`)
    const args = [tarballs[name], '--no-emoji', '--exclude-entrypoints', ...sheets]
    const { exitCode, all } = await tool('attw', args)
    expect(exitCode, all).toBe(0)
    expect(all).toContain('OK (ESM)')
    expect(all).toContain('OK (CJS)')
  })

  test('every export is there in Node, imported and required', async () => {
    const code = `import { createRequire } from 'node:module'
    const require = createRequire(process.cwd() + '/')
    for (const entry of ${JSON.stringify(entriesOf(name))}) {
      const module = await import(entry)
      console.log(entry + ' ' + Object.keys(module).length)
      for (const [key, value] of Object.entries(module)) if (value === undefined) throw new Error(entry + ' ' + key)
      const required = Object.keys(require(entry)).sort()
      if (String(required) !== String(Object.keys(module).sort())) throw new Error(entry + ' ' + required)
    }`
    const args = ['--input-type=module', '--no-warnings', '-e', code]
    const { exitCode, all } = await tool(process.execPath, args, { cwd: at('newest') })
    const lines = all.split('\n')
    expect([exitCode, lines.map((line) => line.split(' ')[0])]).toEqual([0, entriesOf(name)])
    expect(lines.filter((line) => line.endsWith(' 0'))).toEqual([])
  })

  test('every export is there in a bundle', async () => {
    for (const entry of entriesOf(name)) {
      const { outputFiles, warnings } = await bundle({
        stdin: { contents: `export * from '${entry}'`, resolveDir: at('newest') },
        bundle: true,
        format: 'esm',
        platform: name === 'react' ? 'browser' : 'node',
        // Parts of it are CommonJS.
        external: ['redis'],
        write: false,
        logLevel: 'silent',
      })
      const { outputFiles: alone } = await bundle({
        stdin: { contents: `import '${entry}'`, resolveDir: at('newest') },
        bundle: true,
        format: 'esm',
        platform: name === 'react' ? 'browser' : 'node',
        external: ['redis'],
        write: false,
        logLevel: 'silent',
      })
      expect(warnings).toEqual([])
      expect(outputFiles[0]?.text).toMatch(/export \{/)
      // What is not used is left out, all of it.
      expect(alone[0]?.text.trim(), entry).toBe('')
    }
  })

  test.each(isFull ? ['Bundler', 'NodeNext'] : ['Bundler'])(
    'its types are whole, with moduleResolution %s',
    async (resolution) => {
      const file = at('newest', `types-${name}.ts`)
      const imports = entriesOf(name).map(
        (entry, index) => `import * as m${index} from '${entry}'\nvoid m${index}`,
      )
      writeFileSync(file, imports.join('\n'))
      const module = resolution === 'Bundler' ? 'ESNext' : 'NodeNext'
      const args =
        `--noEmit --strict --exactOptionalPropertyTypes --target ES2022 --lib ES2023,DOM,DOM.Iterable --skipLibCheck --module ${module} --moduleResolution ${resolution} --types node`.split(
          ' ',
        )
      const { all } = await tool('tsc', [...args, file], { cwd: at('newest') })
      expect(all).toBe('')
    },
  )
})

test('the command sets up a host in which nothing else of ours is installed', async () => {
  const alone = at('alone')
  await installInto(alone, { cli: tarballs.cli }, {}, {})
  expect(readdirSync(path.join(alone, 'node_modules')).filter((name) => /nectar/.test(name))).toEqual([
    'nectar-connect',
  ])
  const command = (...args: string[]) =>
    tool(process.execPath, ['node_modules/nectar-connect/dist/main.js', ...args], { cwd: alone })
  const { exitCode, all } = await command('init')
  expect(exitCode, all).toBe(0)
  expect(all).toMatch(/Install what is missing:\n +.*@nectar-connect\/server/)
  expect(existsSync(path.join(alone, '.env.example'))).toBe(true)
  for (const name of ['doctor', 'trace', 'init']) {
    expect((await command(name, '--help')).all).toContain(`Usage: nectar-connect ${name}`)
  }
})

test('a page that imports it and requires it has it once', async () => {
  const { metafile } = await bundle({
    stdin: {
      contents:
        "import * as one from '@nectar-connect/react'\nconsole.log(one, require('@nectar-connect/react'))",
      resolveDir: at('newest'),
    },
    bundle: true,
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const ours = Object.keys(metafile.inputs).filter((file) => file.includes('@nectar-connect/react/dist/'))
  expect(ours.length).toBeGreaterThan(10)
  expect(ours.filter((file) => file.endsWith('.cjs'))).toEqual([])
})

test('what a part of it drags along stays small', async () => {
  const sizeOf = async (names: string) => {
    const {
      outputFiles: [script],
    } = await bundle({
      stdin: { contents: `export { ${names} } from '@nectar-connect/react'`, resolveDir: at('newest') },
      bundle: true,
      minify: true,
      format: 'esm',
      external: ['react', 'react/*', 'react-dom', '@tanstack/react-query', 'zod/*'],
      write: false,
    })
    if (!script) throw new Error(`${names} came to nothing.`)
    return script.contents.length
  }
  expect(await sizeOf('en')).toBeLessThan((await sizeOf('NectarConnect')) * 0.6)
  expect(await sizeOf('ConnectionStatusBadge')).toBeLessThan((await sizeOf('NectarConnect')) * 0.7)
})

test.each(['index.js', 'index.cjs', 'page.js', 'page.cjs'])(
  'the react package’s %s is marked as a client’s',
  (file) => {
    const code = readFileSync(path.join(installed('react'), 'dist', file), 'utf8')
    expect(code).toMatch(/^("use strict";\s+)?['"]use client['"]/)
  },
)

test.each(Object.entries(PEERS))(
  'with the %s peers, the components render on a server',
  async (name, { react }) => {
    const { exitCode, all } = await tool(process.execPath, ['render.mjs'], { cwd: at(name) })
    expect(exitCode, all).toBe(0)
    // React 18 warns of layout effects before that.
    const { version, html } = JSON.parse(all.split('\n').at(-1) ?? '') as { version: string; html: string }
    expect(version).toBe(react)
    expect(html).toContain('Connected')
  },
)

describe('in a browser', () => {
  const buildPage = async (code: string) => {
    writeFileSync(at('newest', 'index.html'), '<script type="module" src="./page.js"></script>')
    writeFileSync(at('newest', 'page.js'), code)
    const built = await viteBuild({
      root: at('newest'),
      logLevel: 'silent',
      configFile: false,
      build: { write: false },
    })
    const [result] = [built].flat()
    if (result === undefined || !('output' in result)) throw new Error('Nothing was built.')
    return result
  }

  test('the react package and its styles are built', async () => {
    const { output } = await buildPage(
      "import '@nectar-connect/react/styles.css'\nimport * as all from '@nectar-connect/react'\nconsole.log(all)",
    )
    expect(new Set(output.map(({ fileName }) => path.extname(fileName)))).toEqual(
      new Set(['.css', '.html', '.js']),
    )
  })

  test('the screens of the flow and their words are loaded later, on their own', async () => {
    const { output } = await buildPage(
      "import { NectarConnect } from '@nectar-connect/react'\nconsole.log(NectarConnect)",
    )
    const chunks = output.filter((file) => file.type === 'chunk')
    const atOnce = chunks.filter(({ isEntry }) => isEntry)
    for (const { imports } of atOnce) {
      atOnce.push(...chunks.filter((one) => imports.includes(one.fileName) && !atOnce.includes(one)))
    }
    const withWords = chunks.filter(({ code }) => code.includes('Who has the utility login?'))
    expect(withWords).toHaveLength(1)
    expect(atOnce).not.toContain(withWords[0])
  })

  test.runIf(isFull).each<['production' | 'development', readonly string[]]>([
    ['production', []],
    ['development', DEVELOPMENT_WORDS],
  ])(
    'in the full run only, webpack builds it for %s, and only developers are told about their set-up',
    async (mode, words) => {
      writeFileSync(
        at('newest', 'all.js'),
        "import * as all from '@nectar-connect/react'\nconsole.log(Object.entries(all))",
      )
      const code = Object.values(await bundleWithWebpack(at('newest'), mode, 'all.js')).join('\n')
      expect(code).toContain('/api/nectar')
      expect(developmentWordsIn(code)).toEqual(words)
    },
  )

  test('no entry of the server gets into it, and the build says why', async () => {
    for (const entry of entriesOf('server')) {
      const code = `import * as server from '${entry}'\nconsole.log(server)`
      await expect(buildPage(code), entry).rejects.toThrow(
        'belongs on your server, since it holds your Nectar API key',
      )
      const stdin = { contents: `console.log(require('${entry}'))`, resolveDir: at('newest') }
      await expect(bundle({ stdin, bundle: true, write: false, logLevel: 'silent' }), entry).rejects.toThrow(
        'belongs on your server, since it holds your Nectar API key',
      )
    }
  })

  test.each([
    ['browser.js', ['--input-type=module', '-e', "await import('@nectar-connect/server')"]],
    ['browser.cjs', ['--input-type=commonjs', '-e', "require('@nectar-connect/server')"]],
  ])('neither does it where nothing is bundled: %s says so', async (file, code) => {
    expect(existsSync(path.join(installed('server'), file))).toBe(true)
    const args = ['--conditions=browser', ...code]
    const { exitCode, all } = await tool(process.execPath, args, { cwd: at('newest') })
    expect([exitCode, all]).toEqual([1, expect.stringContaining('belongs on your server, since it holds')])
  })
})
