import type { Options } from 'execa'
import { PNPM, PNPM_ENV } from './install.mjs'
import { tool } from './tool.ts'

/** Runs pnpm in the version that wrote the lockfile, whatever is installed on the machine. */
export const pnpm = (args: string[], options: Pick<Options, 'cwd' | 'env' | 'timeout'> = {}) =>
  tool('npx', [...PNPM, ...args], { ...options, env: { ...PNPM_ENV, ...options.env } })
