import { timestampToMs } from '@nectar-connect/contract/nectar'
import { ID_FIELDS, type IdField, type TraceEntry } from './trace-entry.ts'

/** A line of a log, with the ids that it names. */
export interface LogLine {
  entry: TraceEntry
  ids: ReadonlyMap<IdField, readonly string[]>
}

const TIME_FIELDS = ['time', 'timestamp', '@timestamp', 'ts', 'date', 'datetime']
const LEVEL_FIELDS = ['level', 'severity', 'lvl']
const TEXT_FIELDS = ['message', 'msg']
const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}
const MAX_DEPTH = 6
/** Without an offset it is read as UTC. */
const LEADING_TIME = /^\W{0,2}(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)/

/**
 * Reads a line of JSON as `jsonLogger`, pino, winston and collectors of logs write it, whatever stands in front of it;
 * any other line is taken as it is.
 */
export function readLogLine(line: string): LogLine {
  const start = line.indexOf('{')
  const record = start === -1 ? null : parseRecord(line.slice(start))
  const found = LEADING_TIME.exec(line)
  const lead = found?.[1]?.replace(',', '.') ?? null
  if (record === null) {
    const text = found === null ? line : line.slice(found[0].length)
    return { entry: plainEntry(text, lead), ids: new Map() }
  }
  const rest = { ...record }
  const take = (names: readonly string[]) => {
    const name = names.find((candidate) => rest[candidate] !== undefined)
    if (name === undefined) return undefined
    const value = rest[name]
    delete rest[name]
    return value
  }
  const [at, level, text] = [readTime(take(TIME_FIELDS)), readLevel(take(LEVEL_FIELDS)), take(TEXT_FIELDS)]
  return {
    entry: { at: at ?? lead, source: 'log', level, text: typeof text === 'string' ? text : '', fields: rest },
    ids: idsIn(rest),
  }
}

function parseRecord(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

function plainEntry(line: string, at: string | null): TraceEntry {
  return { at, source: 'log', level: null, text: line.trim().slice(0, 2_000), fields: {} }
}

/** Text, or seconds, milliseconds, microseconds or nanoseconds since the epoch. */
function readTime(value: unknown): string | null {
  if (typeof value === 'string') return Number.isFinite(timestampToMs(value)) ? value : null
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null
  let ms = value < 1e11 ? value * 1000 : value
  while (ms > 1e14) ms /= 1000
  return new Date(ms).toISOString()
}

function readLevel(value: unknown): string | null {
  if (typeof value === 'number') return LEVELS[value] ?? String(value)
  return typeof value === 'string' ? value.toLowerCase() : null
}

/** Loggers put fields under names of their own. */
function idsIn(value: unknown, depth = 0, found = new Map<IdField, string[]>()): Map<IdField, string[]> {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return found
  for (const [key, item] of Object.entries(value)) {
    const field = ID_FIELDS.find((candidate) => candidate === key)
    if (field && typeof item === 'string') found.set(field, [...(found.get(field) ?? []), item])
    else idsIn(item, depth + 1, found)
  }
  return found
}
