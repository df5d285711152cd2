import { spawn } from 'node:child_process'
import { isAlive, launchers } from './launchers.mjs'

const DEFAULT_GRACE_MS = 10_000
const WATCH_EVERY_MS = 500

/**
 * Runs a program in the foreground until it ends, and makes sure that it does not outlive this process.
 *
 * A terminal sends Ctrl-C to the whole group, other senders only to this process: the signal is handed on, and
 * the program has to take a second one in its stride. It ends too when npm, which started this, is gone.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {number} [graceMs] How long it gets to end by itself. Default: 10 s.
 * @returns {Promise<number>} The exit code: 0 when it ended because somebody asked it to.
 */
export function supervise(command, args, options = {}, graceMs = DEFAULT_GRACE_MS) {
  return new Promise((resolve, reject) => {
    let asked = false
    /** @type {NodeJS.Timeout | undefined} */
    let killer
    const child = spawn(command, args, { ...options, stdio: 'inherit' })
    const ask = () => {
      asked = true
      child.kill('SIGTERM')
      killer ??= setTimeout(() => child.kill('SIGKILL'), graceMs)
    }
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, ask)
    const above = launchers()
    const watch = setInterval(() => {
      if (!above.every(isAlive)) ask()
    }, WATCH_EVERY_MS)
    /** @param {() => void} action */
    const settle = (action) => {
      clearTimeout(killer)
      clearInterval(watch)
      for (const signal of signals) process.off(signal, ask)
      action()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code, signal) =>
      settle(() => resolve(asked || signal === 'SIGINT' ? 0 : (code ?? 1))),
    )
  })
}
