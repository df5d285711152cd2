import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../lib/root.mjs'
import type { Page } from './markdown.ts'

/** Where readers begin. */
const ENTRIES = ['README.md', 'docs/README.md']

/** Pages below docs/ that no way leads to from where readers begin. */
export function unreachable(pages: Page[], isFolder = isFolderHere): string[] {
  const byFile = new Map(pages.map((page) => [page.file, page]))
  const reached = new Set<string>()
  const queue = [...ENTRIES]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    for (const { target } of byFile.get(file)?.links ?? []) {
      const to = resolveLink(file, target)
      if (to === null) continue
      // A link to a folder shows what is in it.
      const below = isFolder(to) ? pages.map((page) => page.file).filter((f) => path.dirname(f) === to) : []
      queue.push(to, ...below)
    }
  }
  return pages.map(({ file }) => file).filter((file) => file.startsWith('docs/') && !reached.has(file))
}

/** The file or folder that a link leads to; null for one that leaves the repository. */
function resolveLink(file: string, target: string) {
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(target)) return null
  const [pathname] = target.split('#')
  return pathname ? path.posix.join(path.posix.dirname(file), decodeURI(pathname)).replace(/\/$/, '') : file
}

function isFolderHere(file: string) {
  const full = path.join(ROOT, file)
  return existsSync(full) && statSync(full).isDirectory()
}
