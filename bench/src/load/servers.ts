import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The server processes; those that live take requests in turn. */
export interface Servers {
  /** Address of the handler of one of them. */
  next(): string
  /** Kills one as a crash would. */
  killOne(): void
  stop(): void
}

export async function startServers(count: number, redisUrl: string): Promise<Servers> {
  const startedAt = String(Date.now())
  const running = await Promise.all(Array.from({ length: count }, () => startServer(redisUrl, startedAt)))
  let turn = 0
  return {
    next() {
      turn += 1
      const server = running[turn % running.length]
      if (!server) throw new Error('No server lives.')
      return `http://127.0.0.1:${server.port}/api/nectar`
    },
    killOne: () => void running.pop()?.child.kill('SIGKILL'),
    stop() {
      for (const { child } of running) child.kill('SIGKILL')
    },
  }
}

async function startServer(
  redisUrl: string,
  startedAt: string,
): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), [redisUrl, startedAt], {
    execArgv: ['--conditions=@nectar-connect/source'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, port }
}
