import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { LIBRARIES } from '../lib/packages.ts'
import { ROOT } from '../lib/root.mjs'

const SOURCE = '@nectar-connect/source'

/**
 * @typedef {{ name: string, symbol: ts.Symbol, declarations: ts.Declaration[] }} PublicExport
 * @typedef {{ title: string, exports: PublicExport[] }} Entry `title` is what one imports from.
 * @typedef {{ name: string, entries: Entry[] }} PublicPackage
 */

/**
 * What the published packages export, read from their source, in one program for all of them.
 *
 * @returns {{ program: ts.Program, checker: ts.TypeChecker, packages: PublicPackage[] }}
 */
export function readPublicExports() {
  const manifests = LIBRARIES.map((name) => {
    const folder = path.join(ROOT, 'packages', name)
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const entries = Object.entries(manifest.exports)
      .filter(([, target]) => target.types)
      .map(([subpath, target]) => ({
        title: path.posix.join(manifest.name, subpath),
        file: path.join(folder, target[SOURCE]),
      }))
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
  const exportsOf = (file) =>
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)))
      .map((exported) => {
        const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
        return { name: exported.name, symbol, declarations: symbol.declarations ?? [] }
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  const packages = manifests.map(({ name, entries }) => ({
    name,
    entries: entries.map(({ title, file }) => ({ title, exports: exportsOf(file) })),
  }))
  return { program, checker, packages }
}

/** The docstring of a symbol, without its tags; empty where there is none. */
export function docOf(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()
}
