import { parseArgs } from 'node:util'
import { UsageError } from '../lib/usage-error.ts'
import { FRAMEWORKS, type Framework, isFramework } from './detect-project.ts'

export const INIT_USAGE = `nectar-connect init: writes the mount and the page for the framework of this folder

Usage: nectar-connect init [options]

  --framework <name>      ${FRAMEWORKS.join(', ')} (default: what package.json says)
  --dry-run               say what would be written, and write nothing

A file that is there already is left as it is. What is left to do by hand is said in the end.
Exit code: 0 written, or there already; 2 used wrongly.`

const OPTIONS = { framework: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

export interface InitOptions {
  framework: Framework | null
  isDryRun: boolean
}

/** @throws UsageError */
export function readInitOptions(args: readonly string[]): InitOptions {
  const { framework, 'dry-run': isDryRun = false } = parse(args)
  if (framework === undefined) return { framework: null, isDryRun }
  if (isFramework(framework)) return { framework, isDryRun }
  throw new UsageError(`--framework is none of ${FRAMEWORKS.join(', ')}.`)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (cause) {
    throw new UsageError(
      cause instanceof Error ? String(cause.message.split('. ')[0]) : 'Unreadable options.',
    )
  }
}
