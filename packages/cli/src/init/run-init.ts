import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type CliIo, type ExitCode, parseOptions, UsageError } from '../lib/command.ts'
import { type Colors, createColors, label } from '../lib/terminal.ts'
import {
  detectProject,
  FRAMEWORKS,
  type Framework,
  type Plan,
  type PlannedFile,
  type Project,
  planFiles,
} from './plan-files.ts'

export const INIT_USAGE = `nectar-connect init: writes the mount and the page for the framework of this folder

Usage: nectar-connect init [options]

  --framework <name>      ${FRAMEWORKS.join(', ')} (default: what package.json says)
  --dry-run               say what would be written, and write nothing

A file that is there already is left as it is. What is left to do by hand is said in the end.
Exit code: 0 written, or there already; 2 used wrongly.`

const OPTIONS = { framework: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

const NAMES: Readonly<Record<Framework, string>> = {
  next: 'Next.js (App Router)',
  express: 'Express',
  fastify: 'Fastify',
  hono: 'Hono',
  node: 'Node',
}
const WIDEST = 100

/** The command `nectar-connect init`. @throws UsageError */
export async function runInit(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { framework: given, 'dry-run': isDryRun = false } = parseOptions(args, OPTIONS).values
  const framework = FRAMEWORKS.find((name) => name === given) ?? null
  if (given !== undefined && framework === null) {
    throw new UsageError(`--framework is none of ${FRAMEWORKS.join(', ')}.`)
  }
  const project = detectProject(io.cwd, framework)
  const plan = planFiles(project)
  if (!isDryRun) for (const file of plan.files) write(project.folder, file)
  io.print(describe(project, plan, isDryRun, createColors(io), Math.min(io.columns, WIDEST)))
  return 0
}

function write(folder: string, { name, content, action }: PlannedFile) {
  const file = path.join(folder, name)
  if (action === 'keep') return
  mkdirSync(path.dirname(file), { recursive: true })
  // Fails when somebody made it meanwhile: nothing is ever overwritten.
  if (action === 'write') writeFileSync(file, content, { flag: 'wx' })
  else appendFileSync(file, content)
}

function describe(
  { framework, isDetected }: Project,
  plan: Plan,
  isDryRun: boolean,
  colors: Colors,
  width: number,
) {
  const said = {
    write: isDryRun ? 'would be written' : 'written',
    add: isDryRun ? 'lines would be added' : 'lines added',
    keep: 'is there already, and was left as it is',
  }
  const longest = Math.max(...plan.files.map(({ name }) => name.length))
  const files = plan.files.map(({ name, action }) => {
    const line = `${name.padEnd(longest)}  ${said[action]}`
    return action === 'keep' ? colors.dim(`  – ${line}`) : `  ${colors.good('+')} ${line}`
  })
  const steps = plan.byHand.flatMap((step, index) => {
    const [first = '', ...code] = step.split('\n')
    const lines = label(`  ${index + 1}. `, first, width, [String, String])
    return [...lines, ...code.map((line) => colors.strong(`  ${line}`))]
  })
  const how = isDetected ? 'as package.json says' : 'package.json names no framework that is known here'
  return [
    '',
    colors.strong(`For ${NAMES[framework]}`) +
      (isDetected || framework === 'node' ? colors.dim(`, ${how}`) : ''),
    ...files,
    '',
    colors.strong('By hand'),
    ...steps,
  ].join('\n')
}
