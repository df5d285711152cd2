import path from 'node:path'
import ts from 'typescript'
import { ROOT } from '../lib/root.mjs'
import type { Block, Page } from './markdown.ts'
import { type Entry, type PublicExports, readPublicExports } from './public-exports.ts'

/**
 * The `@example`s in the docstrings of what is published, members included, as pages of blocks that `checkCode` takes.
 *
 * An example need not import what its own entry or the main one of its package exports. One of an option may be that option
 * alone, as in `onOtherWebhook: (event) => {}`.
 */
export function readExamples({ packages }: Pick<PublicExports, 'packages'> = readPublicExports()): Page[] {
  const pages = new Map<string, Page>()
  for (const { entries } of packages) {
    for (const { title, exports } of entries) {
      const known = new Map([...entries.slice(0, 1), { title, exports }].flatMap(importsOf))
      for (const exported of exports) {
        for (const { tag, member } of exported.declarations.flatMap(tagsBelow)) {
          const block = toBlock(tag, { member, known, name: exported.name })
          const file = path.relative(ROOT, tag.getSourceFile().fileName).replaceAll(path.sep, '/')
          const page: Page = pages.get(file) ?? { file, anchors: new Set(), links: [], blocks: [] }
          // What several entries export is written once.
          if (!page.blocks.some(({ line }) => line === block.line)) page.blocks.push(block)
          pages.set(file, page)
        }
      }
    }
  }
  return [...pages.values()]
}

/** How each is imported. */
function importsOf({ title, exports }: Entry): [string, string][] {
  return exports.map(({ name, symbol }) => {
    const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0
    return [name, `import ${isValue ? '' : 'type '}{ ${name} } from '${title}'`]
  })
}

/** Each once, although what a variable holds has the docstring of the variable, too. */
function tagsBelow(declaration: ts.Declaration) {
  const found = new Map<number, { tag: ts.JSDocTag; member: string | null }>()
  const visit = (node: ts.Node) => {
    for (const tag of ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'example')) {
      const member = ts.isPropertySignature(node) ? node.name.getText() : null
      if (!found.has(tag.pos)) found.set(tag.pos, { tag, member })
    }
    ts.forEachChild(node, visit)
  }
  visit(declaration)
  return [...found.values()]
}

function toBlock(
  tag: ts.JSDocTag,
  { member, known, name }: { member: string | null; known: Map<string, string>; name: string },
): Block {
  const text = ts.getTextOfJSDocComment(tag.comment) ?? ''
  const source = tag.getSourceFile()
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
  const [first = ''] = text.split('\n')
  const begins = lineOf(source.text.indexOf(first, tag.getStart()))
  const isOption = member !== null && text.startsWith(`${member}:`)
  const code = isOption ? `void ({ ${text} } satisfies Partial<${name}>)` : text
  const imports = [...known]
    .filter(([known]) => mentions(code, known) && !importsIt(text, known))
    .map(([, line]) => line)
  return {
    lang: languageOf(text),
    meta: '',
    note: '',
    // On the line of the example's first, so that faults are told with the right one.
    code: [...imports, code].join('; '),
    line: begins - 1,
  }
}

/** Whether there is JSX in it. */
export function languageOf(text: string): 'ts' | 'tsx' {
  return /\/>|<\/\w+>/.test(text) ? 'tsx' : 'ts'
}

function mentions(text: string, name: string) {
  return new RegExp(`\\b${name}\\b`).test(text)
}

function importsIt(text: string, name: string) {
  return new RegExp(`^import .*\\b${name}\\b.* from `, 'm').test(text)
}
