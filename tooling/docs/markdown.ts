import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import GithubSlugger from 'github-slugger'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { ROOT } from '../lib/root.mjs'

/** What is made or installed, and so is not ours to check. */
const SKIPPED = new Set([
  ...['.git', '.next', '.tmp', '.vite', 'coverage', 'dist', 'node_modules'],
  ...['playwright-report', 'storybook-static', 'test-results'],
])

/** Fenced code. */
export interface Block {
  lang: string
  /** What follows the language. */
  meta: string
  code: string
  /** Where its fence is. */
  line: number
  /** The HTML comment before it. */
  note: string
}

export interface Page {
  file: string
  anchors: Set<string>
  links: { target: string; line: number }[]
  blocks: Block[]
}

type Root = ReturnType<typeof fromMarkdown>
type Node = Root | Root['children'][number]

/** Every Markdown file of the repository, from its root, with slashes. */
export function listMarkdown(root = ROOT): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: false })
    .flatMap((entry) => {
      if (SKIPPED.has(entry.name)) return []
      if (entry.isDirectory()) {
        return listMarkdown(path.join(root, entry.name)).map((below) => `${entry.name}/${below}`)
      }
      return entry.name.endsWith('.md') ? [entry.name] : []
    })
    .sort()
}

export function readPage(file: string, root = ROOT): Page {
  return parsePage(file, readFileSync(path.join(root, file), 'utf8'))
}

export function parsePage(file: string, markdown: string): Page {
  const slugger = new GithubSlugger()
  const page: Page = { file, anchors: new Set(), links: [], blocks: [] }
  const visit = (node: Node, before?: Node) => {
    const line = node.position?.start.line ?? 0
    if (node.type === 'heading') page.anchors.add(slugger.slug(textOf(node)))
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      page.links.push({ target: node.url, line })
    }
    if (node.type === 'html') {
      for (const [, id = ''] of node.value.matchAll(/\s(?:id|name)="([^"]+)"/g)) page.anchors.add(id)
      for (const [, target = ''] of node.value.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
        page.links.push({ target, line })
      }
    }
    if (node.type === 'code') {
      const note = before?.type === 'html' ? before.value.replace(/^<!--\s*|\s*-->$/g, '') : ''
      page.blocks.push({ lang: node.lang ?? '', meta: node.meta ?? '', code: node.value, line, note })
    }
    const children = childrenOf(node)
    for (const [index, child] of children.entries()) visit(child, children[index - 1])
  }
  visit(fromMarkdown(markdown))
  return page
}

function textOf(node: Node): string {
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('')
}

function childrenOf(node: Node): Node[] {
  return 'children' in node ? node.children : []
}
