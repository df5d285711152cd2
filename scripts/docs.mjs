import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderLlmsTxt } from './docs/llms-txt.mjs'
import { renderReference } from './docs/reference.mjs'
import { ROOT } from './lib/root.mjs'

/** Writes what of the documentation is made from something else: docs/reference and llms.txt. */
const { pages } = renderReference()
pages.set('llms.txt', renderLlmsTxt())
for (const [file, text] of pages) {
  const full = path.join(ROOT, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, text)
  console.log(`${file} was written.`)
}
