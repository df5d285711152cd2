import { readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'

const SHELLS = new Set(['sh', 'dash', 'bash', 'busybox', 'zsh'])

/** @typedef {{ name: string, ppid: number }} Process */

/**
 * The processes by which npm started this one: npm itself and the shells in between. A shell that is told to end
 * does not tell its child, so whoever is started that way has to notice that they are gone.
 *
 * @param {{ env?: NodeJS.ProcessEnv, ppid?: number, read?: (pid: number) => Process | null }} [from] Replaced by tests.
 * @returns {number[]} Nearest first; empty when npm did not start it.
 */
export function launchers(from = {}) {
  const { env = process.env, ppid = process.ppid, read = readProcess } = from
  if (!env.npm_lifecycle_event) return []
  const pids = []
  for (let pid = ppid; pid > 1; ) {
    pids.push(pid)
    const parent = read(pid)
    if (!parent || !SHELLS.has(parent.name)) break
    pid = parent.ppid
  }
  return pids
}

/**
 * @param {number} pid
 * @returns {Process | null} Null where the system does not say, which is not Linux.
 */
function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // By its binary: a script goes by the script's name.
    const name = path.basename(readlinkSync(`/proc/${pid}/exe`))
    return { name, ppid: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }
  } catch {
    return null
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
