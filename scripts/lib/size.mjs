import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { ROOT } from './root.mjs'

/** What every host has anyway. */
const PEERS = ['react', 'react/*', 'react-dom', 'react-dom/*', '@tanstack/react-query']

/**
 * @typedef {object} Measured
 * @property {string} name
 * @property {number} bytes Minified and gzipped.
 * @property {number} minified
 * @property {number | null} budget In bytes, gzipped. Null: somebody else's, for comparison.
 */

/** What is measured, and how much it may come to. Why these budgets: docs/decisions/0011-what-the-page-loads.md. */
const BUNDLES = [
  ['import { NectarConnect }', "export { NectarConnect } from '@nectar-connect/react'", 57_500],
  ['everything of @nectar-connect/react', "export * from '@nectar-connect/react'", 66_500],
  ['react-plaid-link', "export { usePlaidLink } from 'react-plaid-link'", null],
  [
    '@stripe/react-connect-js with @stripe/connect-js',
    "export { ConnectComponentsProvider, ConnectAccountOnboarding } from '@stripe/react-connect-js'; export { loadConnectAndInitialize } from '@stripe/connect-js'",
    null,
  ],
  ['@nangohq/frontend', "export { default } from '@nangohq/frontend'", null],
]

const STYLES_BUDGET = 7_900
/** Of `import { NectarConnect }`. */
const ZOD_BUDGET = 11_600

/** @returns {Promise<Measured[]>} */
export async function measure() {
  const bundles = await Promise.all(
    BUNDLES.map(async ([name, code, budget]) => ({ name, ...(await bundle(code)), budget })),
  )
  const [, whole] = bundles.map(({ bytes }) => bytes)
  const [widget] = bundles
  const withoutZod = await bundle(BUNDLES[0][1], ['zod', 'zod/*'])
  const zod = {
    name: 'of which zod',
    bytes: widget.bytes - withoutZod.bytes,
    minified: widget.minified - withoutZod.minified,
    budget: ZOD_BUDGET,
  }
  if (whole < widget.bytes)
    throw new Error('All of it cannot be less than a part: the packages are built wrongly.')
  return [
    widget,
    zod,
    bundles[1],
    { name: 'styles.css', ...(await styles()), budget: STYLES_BUDGET },
    ...bundles.slice(2),
  ]
}

/**
 * One line for each, with what is too large.
 *
 * @param {Measured[]} all
 */
export function report(all) {
  const width = Math.max(...all.map(({ name }) => name.length))
  return all.map(({ name, bytes, budget }) => {
    const verdict = budget === null ? '' : ` of ${kilo(budget)}${bytes > budget ? '  TOO LARGE' : ''}`
    return `${name.padEnd(width)}  ${kilo(bytes)}${verdict}`
  })
}

/** @param {Measured} measured */
export const isOver = ({ bytes, budget }) => budget !== null && bytes > budget

/** @param {number} bytes */
export const kilo = (bytes) => `${(bytes / 1000).toFixed(1).padStart(5)} kB`

async function bundle(code, external = []) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: [...PEERS, ...external],
    write: false,
    logLevel: 'silent',
  })
  return weigh(outputFiles[0].contents)
}

async function styles() {
  const css = readFileSync(path.join(ROOT, 'packages/react/dist/styles.css'), 'utf8')
  return weigh((await transform(css, { loader: 'css', minify: true })).code)
}

function weigh(content) {
  return { minified: Buffer.byteLength(content), bytes: gzipSync(content, { level: 9 }).length }
}
