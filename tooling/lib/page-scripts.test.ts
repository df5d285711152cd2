import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PAGE_SCRIPTS, pageScriptModule } from './page-scripts.ts'
import { ROOT } from './root.mjs'

test.each(PAGE_SCRIPTS)(
  '$target is what its sources make: "pnpm page-scripts" writes it anew',
  async (script) => {
    expect(readFileSync(path.join(ROOT, script.target), 'utf8')).toBe(await pageScriptModule(script))
  },
)
