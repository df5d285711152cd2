import ts from 'typescript'
import { languageOf } from './examples.ts'
import { docOf, type PublicExport, type PublicExports, readPublicExports } from './public-exports.ts'

export interface Reference {
  /** Markdown by the folder of the package. */
  pages: Map<string, string>
  /** What has no docstring. */
  undocumented: string[]
}

const WHOLE = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias

/** The reference of each published package: every export with its docstring and declaration, as the source has them. */
export function renderReference({ checker, packages }: PublicExports = readPublicExports()): Reference {
  const pages = new Map<string, string>()
  const undocumented: string[] = []
  for (const { name, entries } of packages) {
    const seenIn = new Map<ts.Symbol, string>()
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

function renderExport({ name, symbol, declarations }: PublicExport, checker: ts.TypeChecker) {
  const tags = symbol.getJsDocTags(checker).map((tag) => ({
    name: tag.name,
    text: ts.displayPartsToString(tag.text).trim(),
  }))
  const named = (wanted: string) => tags.filter((tag) => tag.name === wanted && tag.text !== '')
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
function declare(name: string, node: ts.Declaration, checker: ts.TypeChecker) {
  if (ts.isFunctionDeclaration(node)) return cutBody(node, checker)
  if (ts.isClassDeclaration(node)) return declareClass(node, checker)
  if (ts.isVariableDeclaration(node)) {
    return `const ${name}: ${checker.typeToString(checker.getTypeAtLocation(node), node, WHOLE)}`
  }
  const text = node.getText().replace(/^export /, '')
  return ts.isTypeAliasDeclaration(node) && isInferred(node.type) ? spellOut(name, node, checker) : text
}

/** Types that come from a schema or a table say nothing by their own text. */
function isInferred(type: ts.TypeNode) {
  if (/\btypeof [A-Z_]+\b/.test(type.getText())) return true
  return ts.isTypeReferenceNode(type) && /^z\.(?:output|infer|input)$/.test(type.typeName.getText())
}

function spellOut(name: string, node: ts.TypeAliasDeclaration, checker: ts.TypeChecker) {
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

function declareClass(node: ts.ClassDeclaration, checker: ts.TypeChecker) {
  const isPublic = (member: ts.ClassElement) => !member.name || !ts.isPrivateIdentifier(member.name)
  const members = node.members
    .filter(isPublic)
    .map((member) => `  ${docstringOf(member)}${cutBody(member, checker)}`)
  const head = node.getText().slice(0, node.members.pos - node.getStart())
  return [head.replace(/^export /, '').trim(), ...members, '}'].join('\n')
}

function cutBody(node: ts.FunctionDeclaration | ts.ClassElement, checker: ts.TypeChecker) {
  const text = node.getText().replace(/^export (?:async )?/, '')
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return text.replace(/;$/, '')
  const head = text.slice(0, text.length - node.body.getText().length).trimEnd()
  const isComplete = node.type !== undefined || ts.isConstructorDeclaration(node)
  const signature = isComplete ? undefined : checker.getSignatureFromDeclaration(node)
  if (!signature) return head
  const result = checker.getReturnTypeOfSignature(signature)
  return `${head}: ${checker.typeToString(result, node, WHOLE)}`
}

function docstringOf(node: ts.Node) {
  const text = node.getFullText()
  const at = text.lastIndexOf('/**', node.getStart() - node.getFullStart())
  const [docstring = ''] = text.slice(at).split('*/')
  return at < 0 ? '' : docstring.trimStart().concat('*/\n  ')
}

function valuesFirst(a: PublicExport, b: PublicExport) {
  const rank = ({ symbol }: PublicExport) => ((symbol.flags & ts.SymbolFlags.Value) !== 0 ? 0 : 1)
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1)
}

function fence(code: string, lang = 'ts') {
  return `\`\`\`${lang}\n${code}\n\`\`\``
}
