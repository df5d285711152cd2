import { redact } from '@nectar-connect/server'
import type { CliIo, ExitCode } from '../lib/command.ts'
import { type Colors, createColors, label } from '../lib/terminal.ts'
import type { CheckContext } from './check.ts'
import { readDoctorOptions } from './doctor-options.ts'
import { createProbe } from './probe.ts'
import { CHECKS, type CheckResult, runChecks } from './run-checks.ts'

/** Milliseconds for one answer; Svix waits as long. */
const ANSWER_LIMIT_MS = 15_000
/** Milliseconds for the first event of a stream. */
const STREAM_LIMIT_MS = 5_000

/** Limit and clock, for tests. */
export type DoctorSettings = Partial<Pick<CheckContext, 'now' | 'streamLimitMs'>>

/** The command `nectar-connect doctor`. @throws UsageError */
export async function runDoctor(
  args: readonly string[],
  io: CliIo,
  { now = Date.now, streamLimitMs = STREAM_LIMIT_MS }: DoctorSettings = {},
): Promise<ExitCode> {
  const options = readDoctorOptions(args, io.env)
  const ask = createProbe(now, ANSWER_LIMIT_MS)
  const found = await runChecks({ options, ask, now, streamLimitMs })
  const { apiKey, webhookSecret, headers } = options
  const secrets = [apiKey ?? [], webhookSecret ?? [], ...headers.map(([, value]) => value)].flat()
  const results = redact(found, secrets) as CheckResult[]
  const counts = countStates(results)
  const report = { ok: counts.failed === 0, ...counts, results }
  io.print(
    options.json ? JSON.stringify(report, null, 2) : formatReport(results, createColors(io), io.columns),
  )
  return report.ok ? 0 : 1
}

function countStates(results: readonly CheckResult[]) {
  const count = (state: CheckResult['state']) => results.filter((result) => result.state === state).length
  return { passed: count('pass'), failed: count('fail'), skipped: count('skip') }
}

const MARKS = { pass: '✓', fail: '✗', skip: '–' } as const
const TITLE_WIDTH = Math.max(
  ...Object.values(CHECKS).flatMap((checks) => checks.map(({ title }) => title.length)),
)
/** Mark, title and the gaps around them. */
const INDENT = 4 + TITLE_WIDTH + 2
const WIDEST = 110
const NARROWEST = INDENT + 30

/** The results for a person: by place, what fails with its cause, its fix and where to read on. */
function formatReport(results: readonly CheckResult[], colors: Colors, columns: number): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST))
  const lines: string[] = []
  for (const [group, checks] of Object.entries(CHECKS)) {
    lines.push('', colors.strong(group))
    const own = results.filter((result) => checks.some(({ id }) => id === result.check))
    const reasons = new Set(own.map(({ state, what }) => (state === 'skip' ? what : null)))
    const [reason] = reasons
    // A place that nobody asked about takes one line.
    if (reasons.size === 1 && reason) {
      lines.push(...label(`  ${MARKS.skip} `, `Not looked at. ${reason}`, width, [colors.dim, colors.dim]))
    } else {
      for (const result of own) {
        const title = checks.find(({ id }) => id === result.check)?.title ?? ''
        lines.push(...formatResult(result, title.padEnd(TITLE_WIDTH), colors, width))
      }
    }
  }
  const { passed, failed, skipped } = countStates(results)
  const failures = failed === 0 ? colors.good('nothing failed') : colors.bad(`${failed} failed`)
  lines.push('', `${passed} passed, ${failures}${skipped === 0 ? '' : `, ${skipped} skipped`}.`)
  return lines.join('\n')
}

function formatResult(result: CheckResult, title: string, colors: Colors, width: number): string[] {
  const head = `  ${MARKS[result.state]} ${title}  `
  if (result.state === 'skip') return label(head, result.what, width, [colors.dim, colors.dim])
  if (result.state === 'pass') return label(head, result.what, width, [colors.good, String])
  const details = Object.entries({ Why: result.why, Fix: result.fix, See: result.docs ?? '' })
  return [
    ...label(head, result.what, width, [colors.bad, colors.strong]),
    ...details.flatMap(([name, text]) =>
      label(`${' '.repeat(INDENT)}${name}  `, text, width, [colors.dim, String]),
    ),
  ]
}
