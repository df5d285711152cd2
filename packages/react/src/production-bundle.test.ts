import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build, defaultClientConditions, type InlineConfig } from 'vite'
import { describe, expect, test } from 'vitest'
import { DEVELOPMENT_WORDS, developmentWordsIn } from './testing/development-words.ts'

const ENTRY = fileURLToPath(new URL('index.ts', import.meta.url))

/** The package in a bundle of its own, as Vite makes it. */
async function bundle(env: 'production' | 'development' | null, isMinified: boolean): Promise<string> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    mode: env ?? 'production',
    resolve: { conditions: ['@nectar-connect/source', ...defaultClientConditions] },
    define: env === null ? {} : { 'process.env.NODE_ENV': JSON.stringify(env) },
    build: {
      write: false,
      minify: isMinified,
      lib: { entry: ENTRY, formats: ['iife'], name: 'Bundle' },
      rolldownOptions: {
        external: /^(react|react-dom|@tanstack\/react-query)(\/|$)/,
        output: { globals: (id) => `stub(${JSON.stringify(id)})` },
      },
    },
  }
  const built = await build(config)
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('nothing was built')
  return output.output[0].code
}

describe('a production bundle', () => {
  test.each([true, false])('has none of the words for developers (minified: %s)', async (isMinified) => {
    const code = await bundle('production', isMinified)
    expect(code).toContain('/api/nectar')
    expect(developmentWordsIn(code)).toEqual([])
  })
})

test('a development bundle has all of them', async () => {
  const code = await bundle('development', true)
  expect(developmentWordsIn(code)).toEqual(DEVELOPMENT_WORDS)
})

test('a bundle that nobody told about NODE_ENV runs on a page that has no process', async () => {
  const code = await bundle(null, false)
  expect(code).toContain('process.env.NODE_ENV')
  const anything: unknown = new Proxy(function stub() {}, {
    get(target, name) {
      if (name === 'version') return '19.2.0'
      return name === 'prototype' ? target.prototype : anything
    },
    apply: () => anything,
  })
  const page = createContext({ stub: () => anything, URL, AbortController })
  runInContext(`${code};globalThis.names = Object.keys(Bundle)`, page)
  expect(page.names).toContain('NectarConnect')
  expect(runInContext('typeof process', page)).toBe('undefined')
})
