import { listChecks, printCheck, runChecks } from './lib/checks.ts'

/** `npm run check -- types` runs those whose name begins so. */
const [only = ''] = process.argv.slice(2)

try {
  const checks = listChecks().filter(({ name }) => name.startsWith(only))
  if (checks.length === 0) throw new Error(`There is no check whose name begins with "${only}".`)
  const results = await runChecks(checks, printCheck)
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
