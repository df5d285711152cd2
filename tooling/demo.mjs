import path from 'node:path'
import { install } from './lib/install.mjs'
import { assertNode, binOf, nodeBinary, nodeEnv, runTool } from './lib/node.mjs'
import { parseArguments } from './lib/parse-arguments.mjs'
import { ROOT } from './lib/root.mjs'
import { supervise } from './lib/supervise.mjs'

const DEMO = path.join(ROOT, 'apps', 'demo')

async function demo() {
  const options = parseArguments(process.argv.slice(2), { port: 'port', 'sandbox-port': 'port' })
  await install()
  const built = await runTool(binOf('vite'), ['build', '--logLevel', 'warn'], {
    cwd: DEMO,
    output: 'capture',
  })
  if (built.code !== 0) throw new Error(`The demo could not be built.\n${built.output.trimEnd()}`)

  const server = path.join('server', 'main.ts')
  const chosen = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  return supervise(nodeBinary(), ['--conditions=@nectar-connect/source', server, ...chosen], {
    cwd: DEMO,
    env: { ...process.env, ...nodeEnv() },
  })
}

assertNode()
try {
  process.exitCode = await demo()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
