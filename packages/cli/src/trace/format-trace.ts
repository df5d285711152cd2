import { timestampToMs } from '@nectar-connect/contract/nectar'
import type { Colors } from '../terminal/colors.ts'
import { wrap } from '../terminal/wrap.ts'
import type { TraceEntry } from './trace-entry.ts'

/** What `trace` found, as it is printed. */
export interface FoundTrace {
  id: string
  related: string[]
  /** Oldest first. */
  entries: TraceEntry[]
  now: string[]
  faults: { source: string; why: string }[]
  /** Where it was not looked, and how to. */
  unasked: string[]
}

const SOURCES = { log: 'log', changes: 'changes', nectar: 'Nectar' } as const
const SOURCE_WIDTH = 7
const TIME_WIDTH = 12
/** Time, source and level, with the gaps around them. */
const INDENT = 2 + TIME_WIDTH + 2 + SOURCE_WIDTH + 2
const NARROWEST = INDENT + 30
const WIDEST = 120

/** One timeline in UTC, by day. */
export function formatTrace(trace: FoundTrace, colors: Colors, columns: number): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST))
  const lines = ['', colors.strong(trace.id)]
  let day = ''
  for (const entry of trace.entries) {
    const own = dayOf(entry)
    if (own !== '' && own !== day) lines.push('', colors.strong(`${own} UTC`))
    if (own !== '') day = own
    lines.push(...formatEntry(entry, colors, width))
  }
  if (trace.entries.length === 0) lines.push('', 'Nothing is known of it where it was looked for.')
  if (trace.now.length > 0) {
    lines.push(
      '',
      colors.strong('Now, at Nectar'),
      ...trace.now.flatMap((line) => wrap(line, width - 2)).map((line) => `  ${line}`),
    )
  }
  for (const { source, why } of trace.faults) {
    lines.push('', ...wrap(`${source} could not be read: ${why}`, width).map(colors.bad))
  }
  if (trace.unasked.length > 0) {
    lines.push('', ...wrap(`Not looked at: ${trace.unasked.join(', ')}.`, width).map(colors.dim))
  }
  return lines.join('\n')
}

function formatEntry(
  { at, source, level, text, fields }: TraceEntry,
  colors: Colors,
  width: number,
): string[] {
  const isBad = level === 'error' || level === 'fatal' || level === 'warn'
  const said = `${isBad ? `${level}: ` : ''}${text}`
  const head = `  ${timeOf(at).padEnd(TIME_WIDTH)}  ${SOURCES[source].padEnd(SOURCE_WIDTH)}  `
  const [first = '', ...rest] = wrap(said, width - INDENT)
  const indent = ' '.repeat(INDENT)
  return [
    `${colors.dim(head)}${isBad ? colors.bad(first) : first}`,
    ...rest.map((line) => indent + (isBad ? colors.bad(line) : line)),
    ...wrap(formatFields(fields), width - INDENT)
      .filter((line) => line !== '')
      .map((line) => colors.dim(indent + line)),
  ]
}

function formatFields(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([name, value]) =>
        `${name}=${typeof value === 'string' ? shorten(value) : shorten(JSON.stringify(value))}`,
    )
    .join(' ')
}

/** Stacks are read in the log itself, or with `--json`. */
function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

function isoOf(at: string | null): string | null {
  const ms = at === null ? Number.NaN : timestampToMs(at)
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null
}

function dayOf({ at }: TraceEntry): string {
  return isoOf(at)?.slice(0, 10) ?? ''
}

function timeOf(at: string | null): string {
  return isoOf(at)?.slice(11, 23) ?? ''
}
