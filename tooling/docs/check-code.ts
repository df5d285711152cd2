import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { ROOT } from '../lib/root.mjs'
import type { Block, Page } from './markdown.ts'

/** Where a block stands unless it says otherwise: the frameworks that blocks import are installed there. */
const HOME = 'apps/hosts'
const PRELUDE = 'tooling/docs/prelude.d.ts'
const RUNTIMES = `${HOME}/runtimes.d.ts`
const UNCHECKED = /^no-check\b/

/** Code that is checked as one file. */
interface Module {
  /** The page that it stands in. */
  page: string
  /** The file that its first line says it is. */
  named: string | undefined
  text: string
}

type Modules = Map<string, Module>

/**
 * Type-checks blocks of code, all in one program that reads the packages from their source.
 *
 * Each block is a module of its own in `apps/hosts`, or in the folder that its first line names (`// next/app/page.tsx`).
 * Such files of one page find each other. Blocks that are parts of one file (`<!-- e2e/recipes/linking.test.ts#link -->`) are joined again. What a block may use
 * without importing it stands in `prelude.d.ts`. A module has its code on the lines that it has in its page.
 *
 * @returns What is wrong, each with the page and the line.
 */
export function checkCode(pages: Page[]): string[] {
  const modules: Modules = new Map()
  for (const page of pages) for (const block of page.blocks) place(modules, page, block)

  const inRoot = (file: string) => path.join(ROOT, file)
  const virtual = new Map([...modules].map(([file, { text }]) => [inRoot(file), text]))
  const prelude = inRoot(`${HOME}/docs-prelude.d.ts`)
  virtual.set(prelude, readFileSync(inRoot(PRELUDE), 'utf8'))

  const options = readOptions()
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (file) => virtual.has(path.normalize(file)) || fileExists(file)
  host.readFile = (file) => virtual.get(path.normalize(file)) ?? readFile(file)
  const cache = ts.createModuleResolutionCache(ROOT, (file) => file, options)
  host.resolveModuleNameLiterals = (literals, from, redirected, own, source) =>
    literals.map((literal) => {
      const beside = findBeside(modules, path.relative(ROOT, from), literal.text)
      if (beside)
        return { resolvedModule: { resolvedFileName: inRoot(beside), extension: path.extname(beside) } }
      const mode = ts.getModeForUsageLocation(source, literal, own)
      return ts.resolveModuleName(literal.text, from, own, host, cache, redirected, mode)
    })
  const program = ts.createProgram([...virtual.keys(), inRoot(RUNTIMES)], options, host)

  const checked = [...virtual.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
  })
  return [...program.getOptionsDiagnostics(), ...checked].map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
    if (!diagnostic.file) return message
    const file = path.relative(ROOT, diagnostic.file.fileName)
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
    return `${modules.get(file)?.page ?? PRELUDE}:${line + 1}: ${message}`
  })
}

/** Blocks of TypeScript that nobody checks: each has to say why, as in ```` ```ts no-check: only a part of it ````. */
export function withoutReason(pages: Page[]): string[] {
  return pages.flatMap(({ file, blocks }) =>
    blocks
      .filter(({ meta }) => UNCHECKED.test(meta) && !/^no-check: \S+ \S+/.test(meta))
      .map(({ line }) => `${file}:${line}`),
  )
}

function place(modules: Modules, page: Page, { lang, meta, code, line, note }: Block) {
  if ((lang !== 'ts' && lang !== 'tsx') || UNCHECKED.test(meta)) return
  const part = /^(\S+)#\S+$/.exec(note)?.[1]
  const named = /^\/\/ (\S+\.tsx?)\n/.exec(code)?.[1]
  const folder = part ? path.dirname(part) : path.posix.join(HOME, named ? path.dirname(named) : '')
  const name = part ? path.basename(part).replace(/\.tsx?$/, '') : `line-${line}`
  // A folder that does not exist would find no packages; one of a framework does, by its own way up.
  const home = existsSync(path.join(ROOT, folder)) ? folder : HOME
  const file = path.join(home, `${page.file.replaceAll(/[/.]/g, '-')}-${name}.${lang}`)
  const text = modules.get(file)?.text ?? ''
  const blank = '\n'.repeat(line - text.split('\n').length + 1)
  modules.set(file, { page: page.file, named, text: `${text}${blank}${code}` })
}

/** A page that names its files imports from one of them what stands in another. */
function findBeside(modules: Modules, importer: string, specifier: string) {
  const own = modules.get(importer)
  if (!own?.named || !specifier.startsWith('.')) return undefined
  const wanted = path.posix.join(path.posix.dirname(own.named), specifier)
  const [file] = [...modules].find(([, { page, named }]) => page === own.page && named === wanted) ?? []
  return file
}

function readOptions() {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      jsx: 'react-jsx',
      types: ['node', 'react', 'react-dom', 'vite/client'],
      moduleDetection: 'force',
      // What only the server's own tests install.
      paths: Object.fromEntries(['redis'].map((name) => [name, [`./packages/server/node_modules/${name}`]])),
      // A block shows one thing, and the next one uses it.
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    ROOT,
  )
  return { ...options, configFilePath: path.join(ROOT, HOME, 'tsconfig.json') }
}
