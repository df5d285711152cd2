import { existsSync } from 'node:fs'
import { COMPANIES } from './fixtures/companies.ts'
import { readArguments, USAGE } from './read-arguments.ts'
import { type StartDemoOptions, startDemo } from './start-demo.ts'

const INDEX = new URL('../dist/index.html', import.meta.url)

const wanted = readArguments(process.argv.slice(2), process.env)

if (wanted.type === 'help') {
  console.log(USAGE)
} else if (wanted.type === 'wrong') {
  fail(wanted.message)
} else if (!wanted.dev && !existsSync(INDEX)) {
  fail('Plumbline’s pages are not built yet. Run: pnpm --filter @nectar-connect/demo build')
} else {
  await run(wanted)
}

async function run(wanted: Omit<StartDemoOptions, 'apiKey'>) {
  const apiKey = process.env.NECTAR_API_KEY ?? 'nectar-sandbox-key'
  const demo = await startDemo({ ...wanted, apiKey }).catch((cause: unknown) => {
    fail(cause instanceof Error ? cause.message : String(cause))
  })
  if (!demo) return
  const people = Object.values(COMPANIES).map(
    ({ name, summary, people }) => `  ${name}: ${people.manage.name}. ${summary}.`,
  )
  console.log(`Plumbline is at ${demo.origin}

Sign in by picking a company:
${people.join('\n')}

The Nectar sandbox it talks to is at ${demo.sandboxOrigin}
Open that too: its console flips a connection’s status while you watch Plumbline.
Stop with Ctrl+C`)

  const stop = () => {
    demo.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
