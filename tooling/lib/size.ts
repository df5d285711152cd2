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
  /** Minified and gzipped. */
  bytes: number
  minified: number
  /** Of `bytes`. Null: somebody else's, for comparison. */
  budget: number | null
}

interface Row {
  name: string
  /** What a host writes. */
  code: string
  /** Of the chunks that it makes. */
  take: (chunks: Chunks) => Chunk[]
  budget: number | null
}

const FLOW = /\/flow\/flow-parts\.js$/
const GERMAN = /\/locales\/de\.js$/

/** A page with these, in use. */
const uses = (...names: string[]) =>
  `import { ${names.join(', ')} } from '@nectar-connect/react'; console.log(${names.join(', ')})`

const widget = uses('NectarConnect')

/** What is measured, and how much it may come to. Why these budgets: docs/decisions/0011-what-the-page-loads.md. */
const ROWS: Row[] = [
  { name: 'import { NectarConnect }, at once', code: widget, take: atOnce, budget: 4_550 },
  { name: '… when the frame begins to load', code: widget, take: (all) => atOnce(all, FLOW), budget: 27_000 },
  { name: '… all that it can ever load', code: widget, take: everything, budget: 53_900 },
  { name: 'ConnectionList, at once', code: uses('ConnectionList'), take: atOnce, budget: 25_700 },
  { name: 'useConnections, at once', code: uses('useConnections'), take: atOnce, budget: 8_300 },
  { name: 'ShareButton, at once', code: uses('ShareButton'), take: atOnce, budget: 3_600 },
  {
    name: 'another language, by a loader, at once',
    code: `${uses('NectarConnect', 'NectarConnectProvider')}; console.log(() => import('@nectar-connect/react/locales/de'))`,
    take: (all) => atOnce(all).filter((chunk) => has(chunk, GERMAN)),
    budget: 0,
  },
  {
    name: 'react-plaid-link',
    code: "export { usePlaidLink } from 'react-plaid-link'",
    take: atOnce,
    budget: null,
  },
  {
    name: '@stripe/react-connect-js with @stripe/connect-js',
    code: "export { ConnectComponentsProvider, ConnectAccountOnboarding } from '@stripe/react-connect-js'; export { loadConnectAndInitialize } from '@stripe/connect-js'",
    take: atOnce,
    budget: null,
  },
  {
    name: '@nangohq/frontend',
    code: "export { default } from '@nangohq/frontend'",
    take: atOnce,
    budget: null,
  },
]

const SHEETS = [
  { file: 'connect.css', budget: 6_000 },
  { file: 'lists.css', budget: 2_750 },
  { file: 'sharp.css', budget: 1_200 },
  { file: 'styles.css', budget: 8_600 },
]

export async function measure(): Promise<Measured[]> {
  const built = new Map<string, Chunks>()
  const measured: Measured[] = []
  for (const { name, code, take, budget } of ROWS) {
    const chunks = built.get(code) ?? (await bundle(code))
    built.set(code, chunks)
    measured.push({ name, ...weigh(take(chunks)), budget })
  }
  const sheets = await Promise.all(SHEETS.map(styles))
  return [...measured.filter(isOurs), ...sheets, ...measured.filter((row) => !isOurs(row))]
}

const isOurs = ({ budget }: Measured) => budget !== null

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

type Chunk = Rolldown.OutputChunk
type Chunks = ReadonlyMap<string, Chunk>

/** As hosts build it: an app, with Vite, in chunks. What Vite adds for `import()` counts. */
async function bundle(code: string): Promise<Chunks> {
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
        preserveEntrySignatures: 'allow-extension',
        external: PEERS,
      },
    },
  })
  const [result] = [built].flat()
  if (result === undefined || !('output' in result)) throw new Error('Nothing was built.')
  const chunks = result.output.filter((file) => file.type === 'chunk')
  return new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
}

/** The entry with all that it needs, and the same of a module that is loaded later. */
function atOnce(chunks: Chunks, later?: RegExp): Chunk[] {
  const taken = new Set<Chunk>()
  const take = (name: string) => {
    const chunk = chunks.get(name)
    if (chunk === undefined || taken.has(chunk)) return
    taken.add(chunk)
    chunk.imports.forEach(take)
  }
  const begins = [...chunks.values()].filter((chunk) => chunk.isEntry || (later && has(chunk, later)))
  if (later && begins.length < 2) throw new Error(`No chunk has ${later}.`)
  for (const { fileName } of begins) take(fileName)
  return [...taken]
}

function everything(chunks: Chunks): Chunk[] {
  return [...chunks.values()]
}

function has({ moduleIds }: Chunk, module: RegExp): boolean {
  return moduleIds.some((id) => module.test(id))
}

async function styles({ file, budget }: { file: string; budget: number }): Promise<Measured> {
  const css = readFileSync(path.join(ROOT, 'packages/react/dist', file), 'utf8')
  const { code } = await transform(css, { loader: 'css', minify: true })
  return { name: file, ...weigh([{ code }]), budget }
}

/** Files are gzipped one by one. */
function weigh(files: { code: string }[]) {
  const sum = (each: (code: string) => number) => files.reduce((total, { code }) => total + each(code), 0)
  return {
    minified: sum((code) => Buffer.byteLength(code)),
    bytes: sum((code) => gzipSync(code, { level: 9 }).length),
  }
}
