import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const ASK_EVERY_MS = 50
const LIMIT_MS = 60_000

/** What the tests themselves run with is nothing to a host, and what its folder does not have is not fetched. */
const FRESH = { NODE_ENV: '', NODE_OPTIONS: '', npm_config_offline: 'true', npm_config_loglevel: 'error' }

export interface RunningShell {
  output(): string
  close(): Promise<void>
}

/**
 * Types commands into a terminal, the last of which goes on running, and waits until an address answers.
 *
 * @throws Error with what was printed, when they end before that, or it answers that something is broken
 */
export async function startShell(
  commands: string,
  { cwd, url, env = {} }: { cwd: string; url: string; env?: NodeJS.ProcessEnv },
): Promise<RunningShell> {
  const child = spawn('sh', ['-c', commands], {
    cwd,
    env: { ...process.env, ...FRESH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which is ended as a whole: the shell would leave behind what it started.
    detached: true,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const ended = once(child, 'exit')
  const close = async () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  try {
    await answers(url, child)
  } catch (cause) {
    await close()
    throw new Error(`${commands}\n${printed}`, { cause })
  }
  return { output: () => printed, close }
}

async function answers(url: string, child: ChildProcess) {
  const signal = AbortSignal.timeout(LIMIT_MS)
  while (child.exitCode === null) {
    signal.throwIfAborted()
    const response = await fetch(url, { signal }).catch(() => null)
    if (response?.ok) return
    if (response && response.status >= 500) throw new Error(`${url} answered ${response.status}.`)
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
  throw new Error(`It ended with code ${child.exitCode}.`)
}
