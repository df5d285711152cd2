import path from 'node:path'
import { install } from './lib/install.mjs'
import { assertNode, nodeBinary, nodeEnv } from './lib/node.mjs'
import { ROOT } from './lib/root.mjs'
import { supervise } from './lib/supervise.mjs'

/**
 * Installs what the tasks of this folder need, and runs one of them with the Node that was installed:
 * `node tooling/start.mjs test --full`. Uses nothing but Node itself.
 */
const [task, ...args] = process.argv.slice(2)

assertNode()
try {
  install()
  process.exitCode = await supervise(nodeBinary(), [path.join(ROOT, 'tooling', `${task}.ts`), ...args], {
    env: { ...process.env, ...nodeEnv() },
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
