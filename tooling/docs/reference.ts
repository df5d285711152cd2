import ts from 'typescript'
import { languageOf } from './examples.ts'
import { docOf, readPublicExports } from './public-exports.ts'

const WHOLE = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias

/**
 * The reference of each published package: every export with its docstring and declaration, as the source has them.
 *
 * @returns {{ pages: Map<string, string>, undocumented: string[] }} Markdown by the folder of the package, and what has no
 *   docstring.
 */
export function renderReference({ checker, packages } = readPublicExports()) {
  const pages = new Map()
  const undocumented = []
  for (const { name, entries } of packages) {
    const seenIn = new Map()
    const sections = entries.flatMap(({ title, exports }) => [
      `## ${title}`,
      ...[...exports].sort(valuesFirst).flatMap((exported) => {
        if (!docOf(exported.symbol, checker)) undocumented.push(`${title}: ${exported.name}`)
        const before = seenIn.get(exported.symbol)
        seenIn.set(exported.symbol, before ?? title)
        return [
          `### ${exported.name}`,
          ...(before ? [`The same as in \`${before}\`.`] : renderExport(exported, checker)),
        ]
      }),
    ])
    const intro = [
      `# Every export of @nectar-connect/${name}`,
      'Made from the docstrings in the source. The [README](../README.md) is where to begin.',
    ]
    const text = [...intro, ...sections].join('\n\n').replaceAll('import("react").', '')
    pages.set(name, `${text}\n`)
  }
  return { pages, undocumented }
}

function renderExport({ name, symbol, declarations }, checker) {
  const tags = symbol.getJsDocTags(checker).map((tag) => ({
    name: tag.name,
    text: ts.displayPartsToString(tag.text).trim(),
  }))
  const named = (wanted) => tags.filter((tag) => tag.name === wanted && tag.text !== '')
  const lines = [
    ...named('param').map(({ text }) => text.replace(/^(\S+)\s+(?:- )?/, '- `$1`: ')),
    ...named('returns').map(({ text }) => `- Returns ${text}`),
    ...named('throws').map(({ text }) => `- Throws ${text.replace(/^([A-Z]\w+)/, '`$1`')}`),
  ]
  return [
    docOf(symbol, checker),
    fence(declarations.map((node) => declare(name, node, checker)).join('\n')),
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...named('example').flatMap(({ text }) => ['Example:', fence(text, languageOf(text))]),
  ].filter((part) => part !== '')
}

/** A declaration as one would write it in a `.d.ts`, docstrings of its members included. */
function declare(name, node, checker) {
  if (ts.isFunctionDeclaration(node)) return cutBody(node, checker)
  if (ts.isClassDeclaration(node)) return declareClass(node, checker)
  if (ts.isVariableDeclaration(node)) {
    return `const ${name}: ${checker.typeToString(checker.getTypeAtLocation(node), node, WHOLE)}`
  }
  const text = node.getText().replace(/^export /, '')
  return ts.isTypeAliasDeclaration(node) && isInferred(node.type) ? spellOut(name, node, checker) : text
}

/** Types that come from a schema or a table say nothing by their own text. */
function isInferred(type) {
  if (/\btypeof [A-Z_]+\b/.test(type.getText())) return true
  return ts.isTypeReferenceNode(type) && /^z\.(?:output|infer|input)$/.test(type.typeName.getText())
}

function spellOut(name, node, checker) {
  const type = checker.getTypeAtLocation(node)
  const properties = type.isUnion() ? [] : checker.getPropertiesOfType(type)
  const isObject = (type.flags & ts.TypeFlags.Object) !== 0 && properties.length > 0
  if (!isObject) return `type ${name} = ${checker.typeToString(type, node, WHOLE)}`
  const members = properties.flatMap((property) => {
    const doc = docOf(property, checker)
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0
    const text = checker.typeToString(checker.getTypeOfSymbolAtLocation(property, node), node, WHOLE)
    return [
      ...(doc ? [`  /** ${doc.replaceAll('\n', '\n   * ')} */`] : []),
      `  ${property.name}${isOptional ? '?' : ''}: ${text}`,
    ]
  })
  return [`type ${name} = {`, ...members, '}'].join('\n')
}

function declareClass(node, checker) {
  const isPublic = (member) => !member.name || !ts.isPrivateIdentifier(member.name)
  const members = node.members
    .filter(isPublic)
    .map((member) => `  ${docstringOf(member)}${cutBody(member, checker)}`)
  const head = node.getText().slice(0, node.members.pos - node.getStart())
  return [head.replace(/^export /, '').trim(), ...members, '}'].join('\n')
}

function cutBody(node, checker) {
  const text = node.getText().replace(/^export (?:async )?/, '')
  if (!node.body) return text.replace(/;$/, '')
  const head = text.slice(0, text.length - node.body.getText().length).trimEnd()
  const isComplete = node.type !== undefined || ts.isConstructorDeclaration(node)
  if (isComplete) return head
  const result = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(node))
  return `${head}: ${checker.typeToString(result, node, WHOLE)}`
}

function docstringOf(node) {
  const text = node.getFullText()
  const at = text.lastIndexOf('/**', node.getStart() - node.getFullStart())
  return at < 0 ? '' : text.slice(at).split('*/')[0].trimStart().concat('*/\n  ')
}

function valuesFirst(a, b) {
  const rank = ({ symbol }) => ((symbol.flags & ts.SymbolFlags.Value) !== 0 ? 0 : 1)
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1)
}

function fence(code, lang = 'ts') {
  return `\`\`\`${lang}\n${code}\n\`\`\``
}
