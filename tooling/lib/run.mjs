import { spawn } from 'node:child_process'

/** How long a child gets to end by itself after it was told to. */
const GRACE_MS = 5_000

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] Added to the environment.
 * @param {'stream' | 'capture'} [options.output] `stream` (default) shows what it prints, `capture` returns it.
 * @param {number} [options.timeoutMs] After that the program is told to end, then made to. Default: no limit.
 * @param {boolean} [options.shell] Needed for `npx` on Windows only.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} Never rejects: a program that cannot be
 *   started has code 127.
 */
export function run(command, args, options = {}) {
  const { cwd, env = {}, output = 'stream', timeoutMs, shell = false } = options
  return new Promise((resolve) => {
    let text = ''
    let timedOut = false
    let stopped
    const captured = output === 'capture'
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', captured ? 'pipe' : 'inherit', captured ? 'pipe' : 'inherit'],
    })
    const keep = (chunk) => {
      text += chunk
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)

    let killer
    const timer =
      timeoutMs &&
      setTimeout(() => {
        timedOut = true
        child.kill('SIGTERM')
        killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
      }, timeoutMs)
    // Asked to end, this process takes the program with it; what the terminal does by itself others leave out.
    const stops = ['SIGINT', 'SIGTERM'].map((signal) => {
      const stop = () => {
        stopped = signal
        child.kill('SIGTERM')
      }
      process.once(signal, stop)
      return () => process.off(signal, stop)
    })
    const end = (code) => {
      clearTimeout(timer)
      clearTimeout(killer)
      for (const release of stops) release()
      if (stopped) process.kill(process.pid, stopped)
      resolve({ code, output: text, timedOut })
    }
    child.once('error', (error) => {
      text += `${error.message}\n`
      end(127)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}
