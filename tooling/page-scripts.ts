import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { PAGE_SCRIPTS, pageScriptModule } from './lib/page-scripts.ts'
import { ROOT } from './lib/root.mjs'

/** Writes the modules that carry the scripts of the sandbox's pages. */
for (const script of PAGE_SCRIPTS) {
  writeFileSync(path.join(ROOT, script.target), await pageScriptModule(script))
}
