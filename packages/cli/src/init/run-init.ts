import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CliIo, ExitCode } from '../lib/cli-io.ts'
import { type Colors, createColors } from '../terminal/colors.ts'
import { wrap } from '../terminal/wrap.ts'
import { detectProject, type Framework, type Project } from './detect-project.ts'
import { readInitOptions } from './init-options.ts'
import { type Plan, type PlannedFile, planFiles } from './plan-files.ts'

const NAMES: Readonly<Record<Framework, string>> = {
  next: 'Next.js (App Router)',
  express: 'Express',
  fastify: 'Fastify',
  hono: 'Hono',
  node: 'Node',
}
const WIDEST = 100

/**
 * The command `nectar-connect init`.
 *
 * @throws UsageError
 */
export async function runInit(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { framework, isDryRun } = readInitOptions(args)
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
    const lines = wrap(first, width - 5).map((line, at) =>
      at === 0 ? `  ${index + 1}. ${line}` : `     ${line}`,
    )
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
