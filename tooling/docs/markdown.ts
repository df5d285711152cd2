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

/**
 * @typedef {{ lang: string, meta: string, code: string, line: number, note: string }} Block
 *   Fenced code: `meta` is what follows the language, `line` the one of its fence, `note` the HTML comment before it.
 * @typedef {{ file: string, anchors: Set<string>, links: { target: string, line: number }[], blocks: Block[] }} Page
 */

/** @returns {string[]} Every Markdown file of the repository, from its root, with slashes. */
export function listMarkdown(root = ROOT) {
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

/** @returns {Page} */
export function readPage(file, root = ROOT) {
  return parsePage(file, readFileSync(path.join(root, file), 'utf8'))
}

/** @returns {Page} */
export function parsePage(file, markdown) {
  const slugger = new GithubSlugger()
  const page = { file, anchors: new Set(), links: [], blocks: [] }
  const visit = (node, before) => {
    const { line } = node.position.start
    if (node.type === 'heading') page.anchors.add(slugger.slug(textOf(node)))
    if (['link', 'image', 'definition'].includes(node.type)) page.links.push({ target: node.url, line })
    if (node.type === 'html') {
      for (const [, id] of node.value.matchAll(/\s(?:id|name)="([^"]+)"/g)) page.anchors.add(id)
      for (const [, target] of node.value.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
        page.links.push({ target, line })
      }
    }
    if (node.type === 'code') {
      const note = before?.type === 'html' ? before.value.replace(/^<!--\s*|\s*-->$/g, '') : ''
      page.blocks.push({ lang: node.lang ?? '', meta: node.meta ?? '', code: node.value, line, note })
    }
    for (const [index, child] of (node.children ?? []).entries()) visit(child, node.children[index - 1])
  }
  visit(fromMarkdown(markdown))
  return page
}

function textOf(node) {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}
