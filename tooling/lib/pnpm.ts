import { PNPM, PNPM_ENV } from './install.mjs'
import { tool } from './tool.ts'

/** Runs pnpm in the version that wrote the lockfile, whatever is installed on the machine. */
export const pnpm = (args, options = {}) =>
  tool('npx', [...PNPM, ...args], { ...options, env: { ...PNPM_ENV, ...options.env } })
