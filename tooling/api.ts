import path from 'node:path'
import { ACCEPTED, CURRENT, checkApi } from './lib/api-report.ts'
import { build } from './lib/build.ts'
import { LIBRARIES } from './lib/packages.ts'
import { tool } from './lib/tool.ts'

/** Compares the public types with docs/api; with `--accept` writes them there. */
const accept = process.argv.includes('--accept')

try {
  await build()
  for (const name of LIBRARIES) {
    if (!checkApi(name, { accept })) continue
    const report = `${name}.api.md`
    if (accept) {
      console.log(`docs/api/${report} was written.`)
      continue
    }
    const files = [path.join(ACCEPTED, report), path.join(CURRENT, report)]
    const { all } = await tool('git', ['diff', '--no-index', '--unified=1', ...files])
    console.error(`The public types of @nectar-connect/${name} have changed.\n${all}`)
    console.error('If that is meant: pnpm api:accept, and a changeset (pnpm changeset).')
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
