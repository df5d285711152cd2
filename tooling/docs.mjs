import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderLlmsTxt, renderPackageLlmsTxt } from './docs/llms-txt.mjs'
import { readPublicExports } from './docs/public-exports.mjs'
import { renderReference } from './docs/reference.mjs'
import { ROOT } from './lib/root.mjs'

/** Writes what of the documentation is made from something else: docs/reference, llms.txt and those of the packages. */
const publicExports = readPublicExports()
const { pages } = renderReference(publicExports)
pages.set('llms.txt', renderLlmsTxt())
for (const one of publicExports.packages)
  pages.set(`packages/${one.name}/llms.txt`, renderPackageLlmsTxt(one))
for (const [file, text] of pages) {
  const full = path.join(ROOT, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, text)
  console.log(`${file} was written.`)
}
