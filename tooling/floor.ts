import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from './lib/build.ts'
import { newerInScript, newerInStyles, readFloor } from './lib/floor.ts'
import { ROOT } from './lib/root.mjs'

/** Does what a page loads of us run in the oldest browsers that docs/browsers.md names? */
const PACKAGE = path.join(ROOT, 'packages/react')

/** What shares its name with something newer: `CSS.escape`, `console.error`, and methods of our own. */
const OTHERS = ['.escape()', '.error()', '.take()', '.dispose()']

/** What a browser that does not know it leaves out, and nobody misses: the lines break elsewhere, a bar shows, a corner is not round. */
const GOES_WITHOUT = [
  ...[':has', 'hyphens', 'text-wrap', 'text-wrap: balance', 'text-wrap: pretty', 'user-select'],
  ...['scrollbar-width', 'scrollbar-width: none', 'resize', 'resize: vertical', 'field-sizing'],
  ...['field-sizing: content', 'forced-color-adjust', 'forced-color-adjust: none'],
  // Rows off screen take the time that they always took.
  ...['content-visibility', 'content-visibility: auto', 'contain-intrinsic-block-size'],
  // A finger has no cursor.
  ...['cursor: pointer', 'cursor: default'],
]

const KNOWN = new Set([...OTHERS, ...GOES_WITHOUT])

await build()
const manifest = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
  browserslist: string[]
}
const floor = readFloor(manifest.browserslist)
const dist = path.join(PACKAGE, 'dist')
const problems: string[] = []
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.(js|css)$/.test(file)) continue
  const text = readFileSync(path.join(dist, file), 'utf8')
  const newer = file.endsWith('.css') ? newerInStyles(text, floor) : await newerInScript(text, floor)
  for (const each of newer.filter((name) => !KNOWN.has(name))) problems.push(`dist/${file}: ${each}`)
}
for (const problem of problems) console.error(problem)
if (problems.length > 0) {
  console.error('Newer than the browsers that packages/react/package.json supports: say it in another way.')
  process.exitCode = 1
}
