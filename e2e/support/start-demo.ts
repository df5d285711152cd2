import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Demo {
  origin: string
  sandboxOrigin: string
  /** Everything that it printed. */
  output: () => string
  close(): Promise<void>
}

const DEMO = fileURLToPath(new URL('../../apps/demo/', import.meta.url))

/** The demo as a person starts it, on free ports. */
export async function startDemo(env: Record<string, string> = {}): Promise<Demo> {
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
