import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../lib/root.mjs'

/** Where readers begin. */
const ENTRIES = ['README.md', 'docs/README.md']

/**
 * Follows the relative links of pages.
 *
 * @param {import('./markdown.mjs').Page[]} pages
 * @param {(file: string) => boolean} [exists] Of a path from the root.
 * @returns {string[]} What leads nowhere, each with the page and the line.
 */
export function brokenLinks(pages, exists = (file) => existsSync(path.join(ROOT, file))) {
  const byFile = new Map(pages.map((page) => [page.file, page]))
  return pages.flatMap((page) =>
    page.links.flatMap(({ target, line }) => {
      const to = resolveLink(page.file, target)
      if (to === null) return []
      const at = `${page.file}:${line}: ${target}`
      if (to.file.startsWith('..') || !exists(to.file)) return [`${at}: there is no such file.`]
      const anchors = byFile.get(to.file)?.anchors
      const isFound = to.anchor === null || !anchors || anchors.has(to.anchor)
      return isFound ? [] : [`${at}: there is no such heading.`]
    }),
  )
}

/**
 * @param {import('./markdown.mjs').Page[]} pages
 * @returns {string[]} Pages below docs/ that no way leads to from where readers begin.
 */
export function unreachable(pages, isFolder = isFolderHere) {
  const byFile = new Map(pages.map((page) => [page.file, page]))
  const reached = new Set()
  const queue = [...ENTRIES]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    const targets = byFile.get(file)?.links.map(({ target }) => resolveLink(file, target)?.file) ?? []
    for (const to of targets) {
      if (to === undefined) continue
      // A link to a folder shows what is in it.
      const below = isFolder(to) ? pages.map((page) => page.file).filter((f) => path.dirname(f) === to) : []
      queue.push(to, ...below)
    }
  }
  return pages.map(({ file }) => file).filter((file) => file.startsWith('docs/') && !reached.has(file))
}

/** Where a link leads within the repository; null for one that leaves it. */
function resolveLink(file, target) {
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(target)) return null
  const [, pathname = '', anchor] = /^([^#]*)(?:#(.*))?$/.exec(target) ?? []
  const to = pathname ? path.posix.join(path.posix.dirname(file), decodeURI(pathname)) : file
  return { file: to.replace(/\/$/, ''), anchor: anchor === undefined ? null : decodeURI(anchor) }
}

function isFolderHere(file) {
  const full = path.join(ROOT, file)
  return existsSync(full) && statSync(full).isDirectory()
}
