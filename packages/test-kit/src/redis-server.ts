import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port.ts'

/** Where the program is, or null. */
export const REDIS_SERVER =
  ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', ...(process.env.PATH ?? '').split(path.delimiter)]
    .map((folder) => path.join(folder, 'redis-server'))
    .find((program) => existsSync(program)) ?? null

/** A Redis of a test's own, which writes everything to disk before it answers. */
export interface RedisServer {
  url: string
  /** Kills it as a power cut would, and starts it on what is on disk. */
  restart(): Promise<void>
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function startRedisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-redis-'))
  const port = await freePort()
  let child: ChildProcess | null = null

  const start = async () => {
    const settings = [
      '--port',
      port,
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--daemonize',
      'no',
    ]
    const persistence = ['--appendonly', 'yes', '--appendfsync', 'always']
    const started = spawn(REDIS_SERVER ?? 'redis-server', [...settings, ...persistence].map(String), {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    await new Promise<void>((resolve, reject) => {
      let said = ''
      started.stdout?.on('data', (text) => {
        said += String(text)
        if (said.includes('Ready to accept connections')) resolve()
      })
      started.once('exit', () => reject(new Error(`redis-server ended. It said: ${said}`)))
    })
  }
  const kill = async () => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    async restart() {
      await kill()
      await start()
    },
    async close() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
