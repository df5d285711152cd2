import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { build, type Rolldown } from 'vite'
import { ROOT } from './root.mjs'

const ENTRY = 'virtual:entry'

/** What every host has anyway. */
const PEERS = [/^react(-dom)?(\/|$)/, '@tanstack/react-query']

export interface Measured {
  name: string
  /** Minified and gzipped: what a page loads at once. */
  bytes: number
  minified: number
  /** Gzipped: what it loads when it is wanted. */
  later: number
  /** Of `bytes`. Null: somebody else's, for comparison. */
  budget: number | null
}

type Bundle = [name: string, code: string, budget: number | null]

/** What is measured, and how much it may come to. Why these budgets: docs/decisions/0011-what-the-page-loads.md. */
const BUNDLES: [Bundle, Bundle, ...Bundle[]] = [
  ['import { NectarConnect }', "export { NectarConnect } from '@nectar-connect/react'", 7_300],
  ['everything of @nectar-connect/react', "export * from '@nectar-connect/react'", 50_500],
  ['react-plaid-link', "export { usePlaidLink } from 'react-plaid-link'", null],
  [
    '@stripe/react-connect-js with @stripe/connect-js',
    "export { ConnectComponentsProvider, ConnectAccountOnboarding } from '@stripe/react-connect-js'; export { loadConnectAndInitialize } from '@stripe/connect-js'",
    null,
  ],
  ['@nangohq/frontend', "export { default } from '@nangohq/frontend'", null],
]

const STYLES_BUDGET = 8_700
/** Of `import { NectarConnect }`: session, data, the flow and what live changes need. */
const LATER_BUDGET = 46_300

export async function measure(): Promise<Measured[]> {
  const bundled = async ([name, code, budget]: Bundle) => ({ name, ...(await bundle(code)), budget })
  const [first, second, ...rest] = BUNDLES
  const [widget, whole] = [await bundled(first), await bundled(second)]
  const others = []
  for (const other of rest) others.push(await bundled(other))
  if (whole.bytes + whole.later < widget.bytes + widget.later)
    throw new Error('All of it cannot be less than a part: the packages are built wrongly.')
  const all: (Measured & { minifiedLater?: number })[] = [
    widget,
    {
      name: 'loaded when it is wanted',
      bytes: widget.later,
      minified: widget.minifiedLater,
      later: 0,
      budget: LATER_BUDGET,
    },
    whole,
    await styles(),
    ...others,
  ]
  return all.map(({ minifiedLater: _, ...measured }) => measured)
}

/** One line for each, with what is too large. */
export function report(all: Measured[]): string[] {
  const width = Math.max(...all.map(({ name }) => name.length))
  return all.map(({ name, bytes, budget }) => {
    const verdict = budget === null ? '' : ` of ${kilo(budget)}${bytes > budget ? '  TOO LARGE' : ''}`
    return `${name.padEnd(width)}  ${kilo(bytes)}${verdict}`
  })
}

export const isOver = ({ bytes, budget }: Measured) => budget !== null && bytes > budget

export const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(5)} kB`

/** As hosts build it: with Vite, in chunks. */
async function bundle(code: string) {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    mode: 'production',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        external: PEERS,
      },
    },
  })
  const [result] = [built].flat()
  if (result === undefined || !('output' in result)) throw new Error('Nothing was built.')
  const files = result.output.filter((file) => file.type === 'chunk')
  const chunks = new Map(files.map((chunk) => [chunk.fileName, chunk]))
  const atOnce = new Set<Rolldown.OutputChunk>()
  const take = (name: string) => {
    const chunk = chunks.get(name)
    if (chunk === undefined || atOnce.has(chunk)) return
    atOnce.add(chunk)
    chunk.imports.forEach(take)
  }
  for (const { isEntry, fileName } of files) if (isEntry) take(fileName)
  const first = weigh([...atOnce])
  const rest = weigh(files.filter((chunk) => !atOnce.has(chunk)))
  return { ...first, later: rest.bytes, minifiedLater: rest.minified }
}

async function styles() {
  const css = readFileSync(path.join(ROOT, 'packages/react/dist/styles.css'), 'utf8')
  const { code } = await transform(css, { loader: 'css', minify: true })
  return { name: 'styles.css', ...weigh([{ code }]), later: 0, budget: STYLES_BUDGET }
}

/** Files are gzipped one by one. */
function weigh(files: { code: string }[]) {
  const sum = (each: (code: string) => number) => files.reduce((total, { code }) => total + each(code), 0)
  return {
    minified: sum((code) => Buffer.byteLength(code)),
    bytes: sum((code) => gzipSync(code, { level: 9 }).length),
  }
}
