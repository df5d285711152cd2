import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../lib/root.mjs'

/** Where readers begin. */
const ENTRIES = ['README.md', 'docs/README.md']

/**
 * @param {import('./markdown.ts').Page[]} pages
 * @returns {string[]} Pages below docs/ that no way leads to from where readers begin.
 */
export function unreachable(pages, isFolder = isFolderHere) {
  const byFile = new Map(pages.map((page) => [page.file, page]))
  const reached = new Set()
  const queue = [...ENTRIES]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    const targets = byFile.get(file)?.links.map(({ target }) => resolveLink(file, target)) ?? []
    for (const to of targets) {
      if (to === null) continue
      // A link to a folder shows what is in it.
      const below = isFolder(to) ? pages.map((page) => page.file).filter((f) => path.dirname(f) === to) : []
      queue.push(to, ...below)
    }
  }
  return pages.map(({ file }) => file).filter((file) => file.startsWith('docs/') && !reached.has(file))
}

/** The file or folder that a link leads to; null for one that leaves the repository. */
function resolveLink(file, target) {
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(target)) return null
  const [pathname] = target.split('#')
  return pathname ? path.posix.join(path.posix.dirname(file), decodeURI(pathname)).replace(/\/$/, '') : file
}

function isFolderHere(file) {
  const full = path.join(ROOT, file)
  return existsSync(full) && statSync(full).isDirectory()
}
