import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { apiReport } from './lib/api-report.mjs'
import { build, LIBRARIES } from './lib/build.mjs'
import { firstDifference } from './lib/first-difference.mjs'
import { ROOT } from './lib/root.mjs'

/** Holds the public types against docs/api; with `--accept` writes them there. */
const isAccepting = process.argv.includes('--accept')
const folder = path.join(ROOT, 'docs/api')

try {
  await build()
  mkdirSync(folder, { recursive: true })
  for (const name of LIBRARIES) {
    const file = path.join(folder, `${name}.md`)
    const report = apiReport(name)
    const accepted = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (report === accepted) continue
    if (isAccepting) {
      writeFileSync(file, report)
      console.log(`docs/api/${name}.md was written.`)
      continue
    }
    console.error(
      `The public types of @nectar-connect/${name} have changed.\n${firstDifference(accepted, report)}`,
    )
    console.error('If that is meant: pnpm api:accept, and a changeset (pnpm changeset).')
    process.exitCode = 1
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
