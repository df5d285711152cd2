import { cpSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { type AliasOptions, type ResolveOptions, build as viteBuild } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { isFull } from '../lib/is-full.ts'
import { ROOT } from '../lib/root.mjs'
import { tool } from '../lib/tool.ts'
import { bundleWithTurbopack, TURBOPACK } from './bundle-with-turbopack.ts'
import { bundleWithWebpack, RSPACK } from './bundle-with-webpack.ts'
import { openPage } from './open-page.ts'
import { installInto, temporaryFolder } from './pack.ts'

const TESTING = {
  '@testing-library/dom': '10.4.2',
  '@testing-library/react': '16.3.3',
  jsdom: '31.0.1',
  vitest: '5.1.1',
}

const NEWEST = 'React 19'

/** What hosts have: the newest that is supported, and the oldest. Only the newest with Vitest is for every run: the others take their time to install. */
const HOSTS: Record<string, Record<string, string>> = {
  [NEWEST]: {
    react: '19.3.1',
    'react-dom': '19.3.1',
    '@tanstack/react-query': '5.108.0',
    '@types/react': '19.3.0',
    '@types/react-dom': '19.3.0',
    '@types/node': '24.12.0',
    ...TESTING,
    ...(isFull
      ? {
          preact: '11.2.0',
          jest: '30.5.2',
          'jest-environment-jsdom': '30.5.2',
          ...RSPACK,
          ...TURBOPACK,
        }
      : {}),
  },
  'React 18': {
    react: '18.2.0',
    'react-dom': '18.2.0',
    '@tanstack/react-query': '5.60.2',
    '@types/react': '18.3.32',
    '@types/react-dom': '18.3.7',
    '@types/node': '24.12.0',
    ...TESTING,
    jest: '29.7.0',
    'jest-environment-jsdom': '29.7.0',
  },
}

const FILES = {
  'jest.config.json': '{ "testEnvironment": "jsdom", "transform": {}, "testTimeout": 60000 }',
  'jest-as-it-is.config.json': `{
    "testEnvironment": "jsdom",
    "testMatch": ["**/*.jest.cjs"],
    "testTimeout": 60000,
    "moduleNameMapper": { "\\\\.css$": "<rootDir>/no-styles.cjs" }
  }`,
  'no-styles.cjs': '',
  'vitest.config.js':
    "export default { test: { environment: 'jsdom', globals: true, testTimeout: 60_000, include: ['*.{test,vitest}.js'] } }",
}

const TRIED = Object.keys(HOSTS).filter((name) => name === NEWEST || isFull)

const temporary = temporaryFolder()
const tarballs = inject('tarballs')
const at = (...names: string[]) => path.join(temporary.folder, ...names)

beforeAll(async () => {
  for (const name of TRIED) {
    await installInto(at(name), isFull ? tarballs : { react: tarballs.react }, HOSTS[name] ?? {}, FILES)
    cpSync(path.join(ROOT, 'tooling/published/host-tools'), at(name), { recursive: true })
  }
})

afterAll(() => temporary.remove())

describe.each(TRIED)('a host with %s', (name) => {
  test('compiles strictly, our types included, with `undefined` for whatever is optional', async () => {
    const args =
      '--noEmit --strict --exactOptionalPropertyTypes --target ES2022 --lib ES2023,DOM,DOM.Iterable --module ESNext --moduleResolution bundler --jsx react-jsx --types node types.tsx'
    const { all } = await tool('tsc', args.split(' '), { cwd: at(name) })
    expect(all).toBe('')
  })

  test('tests its components with Vitest and jsdom, also where both module formats are loaded', async () => {
    expect(await runIn(name, ['node_modules/vitest/vitest.mjs', 'run'])).toMatch(/Tests.+3 passed/)
  })

  test.runIf(isFull)('in the full run only, tests its components with Jest and jsdom', async () => {
    const jest = [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--config',
      'jest.config.json',
    ]
    expect(await runIn(name, jest)).toMatch(/Tests: .+1 passed/)
  })

  test.runIf(isFull)('in the full run only, tests all of it with Jest as it is', async () => {
    const jest = ['node_modules/jest/bin/jest.js', '--config', 'jest-as-it-is.config.json']
    expect(await runIn(name, jest)).toMatch(/Tests: .+4 passed/)
  })
})

describe('in a browser', () => {
  test('a `<base>` of the host’s leads to another origin, and every request goes to its own', async () => {
    const files = await bundle()
    const { page, origin, errors } = await openPage(files, '<base href="https://assets.example/v2/">')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await clickThrough(page)
    expect(asked.filter((url) => url.startsWith('https://assets.example'))).toEqual([])
    expect(asked.filter((url) => url.startsWith(`${origin}/api/nectar/`)).length).toBeGreaterThan(2)
    expect(errors).toEqual([])
  })

  describe.runIf(isFull)('in the full run only', () => {
    test('Preact takes the place of React', async () => {
      const { page, errors } = await openPage(
        await bundle({
          dedupe: ['preact'],
          alias: [
            { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
            { find: /^react-dom$/, replacement: 'preact/compat' },
            { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
            { find: /^react$/, replacement: 'preact/compat' },
          ],
        }),
      )
      await clickThrough(page)
      expect(errors).toEqual([])
    })

    test('Turbopack builds it, in a page of server components', async () => {
      const { page, errors } = await openPage(await bundleWithTurbopack(at(NEWEST)))
      await clickThrough(page)
      expect(errors).toEqual([])
    })

    test('Rspack builds it', async () => {
      const { page, errors } = await openPage(
        await bundleWithWebpack(at(NEWEST), 'production', 'page.js', '@rspack/core'),
      )
      await clickThrough(page)
      expect(errors).toEqual([])
    })
  })
})

async function runIn(name: string, args: string[]) {
  const { exitCode, all } = await tool(process.execPath, args, {
    cwd: at(name),
    env: { NO_COLOR: '1', NODE_OPTIONS: '', VITEST: '' },
  })
  expect(exitCode, all).toBe(0)
  return all
}

async function bundle(resolve: ResolveOptions & { alias?: AliasOptions } = {}) {
  const built = await viteBuild({
    root: at(NEWEST),
    configFile: false,
    logLevel: 'silent',
    resolve,
    build: {
      write: false,
      rolldownOptions: {
        input: at(NEWEST, 'page.js'),
        output: { codeSplitting: false, entryFileNames: 'page.js' },
      },
    },
  })
  const [result] = [built].flat()
  if (result === undefined || !('output' in result)) throw new Error('Nothing was built.')
  const chunks = result.output.filter((file) => file.type === 'chunk')
  return Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, code]))
}

/** To Nectar's page and out again. */
async function clickThrough(page: Page) {
  await page.getByRole('region', { name: 'Utility accounts' }).getByText('No utility accounts yet').waitFor()
  await page.getByRole('button', { name: 'Connect a utility account' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /I have the login/ }).click()
  const hosted = page.frameLocator('iframe[title="Nectar’s sign-in page"]')
  await hosted.getByRole('heading', { level: 1 }).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
