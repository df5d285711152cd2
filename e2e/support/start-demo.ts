import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type RunningDemo, startDemo as startInProcess } from '../../apps/demo/server/start-demo.ts'

const DEMO = fileURLToPath(new URL('../../apps/demo/', import.meta.url))
const SILENT = { debug() {}, info() {}, warn() {}, error() {} }

/** A demo of its own for a test, on free ports, in the process of the test. */
export function startDemo(): Promise<RunningDemo> {
  return startInProcess({
    port: 0,
    sandboxPort: 0,
    dev: false,
    apiKey: 'nectar-sandbox-key',
    logger: SILENT,
  })
}

export interface DemoProcess extends RunningDemo {
  /** Everything that it printed. */
  output: () => string
}

/** The demo as a person starts it, on free ports. */
export async function spawnDemo(env: Record<string, string> = {}): Promise<DemoProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=@nectar-connect/source', 'server/main.ts', '--port', '0', '--sandbox-port', '0'],
    { cwd: DEMO, env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origins = await new Promise<RegExpMatchArray[]>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = [...output.matchAll(/ is at (http:\/\/localhost:\d+)/g)]
      if (found.length === 2) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${output}`)))
  })
  return {
    origin: origins[0]?.[1] ?? '',
    sandboxOrigin: origins[1]?.[1] ?? '',
    output: () => output,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
