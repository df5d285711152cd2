import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { ROOT } from './root.mjs'
import { sortUnordered } from './sort-unordered.mjs'

const printer = ts.createPrinter({ removeComments: true })

/**
 * The public types of a published package, as its users get them: every export of every entry, and what those mention
 * without being exported. Comments do not matter, nor does the order of files, or of what has none.
 *
 * @param {string} name Folder of a built package.
 * @returns {string} Markdown
 */
export function apiReport(name) {
  const folder = path.join(ROOT, 'packages', name)
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const entries = Object.entries(manifest.exports)
    .filter(([, target]) => target.types)
    .map(([subpath, { types }]) => ({ subpath, file: path.join(folder, types) }))
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    {
      noLib: true,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      module: ts.ModuleKind.ESNext,
      types: [],
    },
  )
  const own = createOwn(program.getTypeChecker(), path.join(folder, 'dist') + path.sep)
  const exported = new Set()
  const sections = entries.map(({ subpath, file }) => {
    const named = own.exportsOf(program.getSourceFile(file))
    for (const { symbol } of named) exported.add(symbol)
    const texts = named.map(({ name, symbol }) => own.print(symbol, name)).sort()
    return section(path.posix.join(manifest.name, subpath), texts)
  })
  const mentioned = own.mentionedBy(exported).map((symbol) => own.print(symbol, symbol.name))
  return [
    `# The public types of ${manifest.name}`,
    '',
    'Written by `pnpm api:accept`. A change in here is a change that users can notice: it needs a changeset.',
    ...sections,
    ...(mentioned.length > 0 ? [section('Mentioned, not exported', mentioned.sort())] : []),
    '',
  ].join('\n')
}

function section(title, texts) {
  const blocks = texts.length > 0 ? texts.join('\n\n') : '// Nothing.'
  return `\n## ${title}\n\n\`\`\`ts\n${blocks}\n\`\`\``
}

function createOwn(checker, dist) {
  const resolve = (symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declarationsOf = (symbol) =>
    (symbol.declarations ?? []).filter((node) =>
      path.normalize(node.getSourceFile().fileName).startsWith(dist),
    )

  /** Top-level declarations only: what is inside of them is printed with them. */
  const isTopLevel = (node) => ts.isSourceFile(statementOf(node).parent)

  return {
    exportsOf(file) {
      const module = checker.getSymbolAtLocation(file)
      if (!module) return []
      return checker
        .getExportsOfModule(module)
        .map((symbol) => ({ name: symbol.name, symbol: resolve(symbol) }))
    },
    print(symbol, name) {
      const texts = declarationsOf(symbol).map((node) => {
        const statement = statementOf(node)
        return printer
          .printNode(
            ts.EmitHint.Unspecified,
            sortUnordered(statement, node.getSourceFile()),
            node.getSourceFile(),
          )
          .replace(/^(export |declare )+/, '')
      })
      const text = texts.join('\n')
      return symbol.name === name ? text : `// as ${name}\n${text}`
    },
    mentionedBy(exported) {
      const known = new Set(exported)
      const found = []
      const queue = [...exported]
      for (let symbol = queue.shift(); symbol; symbol = queue.shift()) {
        for (const declaration of declarationsOf(symbol)) visit(statementOf(declaration))
      }
      return found
      function visit(node) {
        if (ts.isIdentifier(node)) {
          const at = checker.getSymbolAtLocation(node)
          const symbol = at && resolve(at)
          const isNew = symbol && !known.has(symbol) && declarationsOf(symbol).some(isTopLevel)
          if (isNew) {
            known.add(symbol)
            found.push(symbol)
            queue.push(symbol)
          }
        }
        ts.forEachChild(node, visit)
      }
    },
  }
}

/** A variable is printed with its `const`. */
function statementOf(node) {
  return ts.isVariableDeclaration(node) ? node.parent.parent : node
}
