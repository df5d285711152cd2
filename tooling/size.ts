import { build } from './lib/build.ts'
import { isOver, measure, report } from './lib/size.ts'

/** What a page loads of us, against its budgets and beside others: minified and gzipped, with React and TanStack Query outside. */
try {
  await build()
  const all = await measure()
  if (process.argv.includes('--json')) console.log(JSON.stringify(all, null, 2))
  else for (const line of report(all)) console.log(line)
  if (all.some(isOver)) {
    console.error(
      'Something is over its budget. Make it smaller, or raise the budget in tooling/lib/size.ts and say why.',
    )
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
