import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderLlmsTxt, renderPackageLlmsTxt } from './docs/llms-txt.ts'
import { readPublicExports } from './docs/public-exports.ts'
import { ROOT } from './lib/root.mjs'

/** Writes llms.txt, and those of the packages. */
const pages = new Map([['llms.txt', renderLlmsTxt()]])
for (const one of readPublicExports().packages) {
  pages.set(`packages/${one.name}/llms.txt`, renderPackageLlmsTxt(one))
}
for (const [file, text] of pages) {
  writeFileSync(path.join(ROOT, file), text)
  console.log(`${file} was written.`)
}
