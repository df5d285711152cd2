import path from 'node:path'
import { buildConsole } from './lib/build-console.ts'
import { makePageFiles } from './lib/page-files.mjs'
import { parseArguments } from './lib/parse-arguments.ts'
import { ROOT } from './lib/root.mjs'
import { supervise } from './lib/supervise.mjs'
import { tool } from './lib/tool.ts'

const DEMO = path.join(ROOT, 'apps', 'demo')

async function demo() {
  const options = parseArguments(process.argv.slice(2), { port: 'port', 'sandbox-port': 'port' })
  makePageFiles()
  await buildConsole()
  const built = await tool('vite', ['build', '--logLevel', 'warn'], { cwd: DEMO })
  if (built.failed) throw new Error(`The demo could not be built.\n${built.all}`)

  const server = path.join('server', 'main.ts')
  const chosen = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  return supervise(process.execPath, ['--conditions=@nectar-connect/source', server, ...chosen], {
    cwd: DEMO,
  })
}

try {
  process.exitCode = await demo()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
