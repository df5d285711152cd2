import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '@nectar-connect/test-kit/free-port'

export interface RunningHost {
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  origin: string
  /** Everything that it printed so far. */
  output(): string
  close(): Promise<void>
}

export interface RunningProcess extends RunningHost {
  /** Asks it to end, as a deploy does. @returns its exit code, null when a signal ended it, and how long it took in ms */
  terminate(): Promise<{ code: number | null; tookMs: number }>
  /** Resolves once it printed the text. @throws Error with what it printed, when it ends before that */
  printed(text: string): Promise<void>
}

export const HOSTS = fileURLToPath(new URL('..', import.meta.url))

/**
 * Starts a host as its developer would, and waits until it answers under the path.
 *
 * @param knownPort Default: a free one.
 * @throws Error with what it printed, when it ends before that
 */
export async function startProcess(
  [command, ...args]: readonly [string, ...string[]],
  env: Record<string, string>,
  healthPath: string,
  cwd = HOSTS,
  knownPort?: number,
): Promise<RunningProcess> {
  const port = knownPort ?? (await freePort())
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  // Some listen on one of the two loopback addresses only; `localhost` finds either.
  const origin = `http://localhost:${port}`
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${command} ${args.join(' ')} ended.\n${printed}`)
  })
  ended.catch(() => {})
  await Promise.race([ended, answers(`${origin}${healthPath}`)])
  const hasPrinted = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (printed.includes(text)) resolve()
      }
      child.stdout.on('data', look)
      look()
    })
  return {
    origin,
    output: () => printed,
    terminate: () => terminate(child),
    printed: (text) => Promise.race([ended, hasPrinted(text)]),
    close: () => end(child),
  }
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

async function terminate(child: ChildProcess): Promise<{ code: number | null; tookMs: number }> {
  if (child.exitCode !== null) throw new Error(`It had ended before, with code ${child.exitCode}.`)
  const startedAt = performance.now()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await ended
  return { code: code as number | null, tookMs: performance.now() - startedAt }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
