import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { LIBRARIES, type Manifest } from '../lib/packages.ts'
import { ROOT } from '../lib/root.mjs'

const SOURCE = '@nectar-connect/source'

export interface PublicExport {
  name: string
  symbol: ts.Symbol
  declarations: ts.Declaration[]
}

export interface Entry {
  /** What one imports from. */
  title: string
  exports: PublicExport[]
}

export interface PublicPackage {
  name: string
  entries: Entry[]
}

export interface PublicExports {
  program: ts.Program
  checker: ts.TypeChecker
  packages: PublicPackage[]
}

/** What the published packages export, read from their source, in one program for all of them. */
export function readPublicExports(): PublicExports {
  const manifests = LIBRARIES.map((name) => {
    const folder = path.join(ROOT, 'packages', name)
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest
    const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
      if (target.types === undefined) return []
      return [{ title: path.posix.join(manifest.name, subpath), file: path.join(folder, target[SOURCE]) }]
    })
    return { name, entries }
  })
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, lib: ['ES2023', 'DOM', 'DOM.Iterable'], jsx: 'react-jsx' },
    ROOT,
  )
  const files = manifests.flatMap(({ entries }) => entries.map(({ file }) => file))
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const exportsOf = (file: string) => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${file} exports nothing.`)
    return checker
      .getExportsOfModule(module)
      .map((exported) => {
        const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
        return { name: exported.name, symbol, declarations: symbol.declarations ?? [] }
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }
  const packages = manifests.map(({ name, entries }) => ({
    name,
    entries: entries.map(({ title, file }) => ({ title, exports: exportsOf(file) })),
  }))
  return { program, checker, packages }
}

/** The docstring of a symbol, without its tags; empty where there is none. */
export function docOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()
}
