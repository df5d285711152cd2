import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Budgets, findExcess, readSources } from './lib/budgets.ts'
import { ROOT } from './lib/root.mjs'

/** How large each package may get: tooling/budgets.json, which is changed by hand, with a reason in the commit. */
try {
  const budgets = JSON.parse(readFileSync(path.join(ROOT, 'tooling/budgets.json'), 'utf8')) as Budgets
  const sources = await readSources()
  for (const folder of Object.keys(budgets.folders)) {
    const own = sources.filter(({ file }) => file.startsWith(`${folder}/`))
    const lines = own.reduce((sum, source) => sum + source.lines, 0)
    console.log(`${folder}: ${own.length} files, ${lines} lines`)
  }
  const excess = findExcess(sources, budgets)
  for (const line of excess) console.error(line)
  if (excess.length > 0) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
