import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { timestampToMs } from '@nectar-connect/contract/nectar'
import type { CliIo } from '../lib/command.ts'

export interface LogLine {
  /** As the log writes it; null when it does not say. */
  at: string | null
  level: string | null
  text: string
  fields: Record<string, unknown>
}

/** `"invitationId":"…"` in JSON, `invitationId: '…'` on the console. */
const ID_FIELD = /\b(reference|eventId|invitationId|connectionId)[\\"']*\s*[:=]\s*[\\"']*(?!null\b)([\w-]+)/g
/** A record of the console logger is no longer than this. Lines. */
const LONGEST = 200
/** Without an offset it is read as UTC. */
const LEADING_TIME = /^\W{0,2}(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)/
/** Of pino, as 10, 20, and so on. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']

/**
 * The lines of a log about an id, oldest first, and the other ids that they name. Lines are about it that name it, or a
 * request whose lines name it.
 *
 * @param names Files, from the folder of the command; `-` is stdin.
 * @throws Error when a file cannot be read
 */
export async function readLogs(
  names: readonly string[],
  id: string,
  io: Pick<CliIo, 'cwd' | 'stdin'>,
): Promise<{ lines: LogLine[]; related: string[] }> {
  const all: { line: string; ids: string[] }[] = []
  const about = new Set([id.toLowerCase()])
  for (const name of names) {
    const input = name === '-' ? Readable.from(io.stdin) : createReadStream(path.resolve(io.cwd, name))
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of joinConsoleLines(lines)) {
      const named = [...line.matchAll(ID_FIELD)]
      // Ids are written in lower case here, and in any elsewhere.
      const isAbout = line.toLowerCase().includes(id.toLowerCase())
      if (isAbout || named.length > 0) all.push({ line, ids: named.map(([, , other = '']) => other) })
      for (const [, field, other = ''] of named) {
        if (isAbout && field === 'reference') about.add(other.toLowerCase())
      }
    }
  }
  const found = all.filter(({ line }) => [...about].some((one) => line.toLowerCase().includes(one)))
  const related = new Set(found.flatMap(({ ids }) => ids))
  return {
    lines: sortByTime(found.map(({ line }) => readLine(line))),
    related: [...related].filter((other) => other.toLowerCase() !== id.toLowerCase()),
  }
}

/** The console, where no other logger is given, writes the fields of a line below it: here they are one line again. */
async function* joinConsoleLines(lines: AsyncIterable<string>): AsyncIterable<string> {
  let open: string[] = []
  for await (const line of lines) {
    const isStart = open.length === 0 && line.includes('[nectar-connect] ') && line.endsWith(' {')
    if (open.length === 0 && !isStart) {
      yield line
      continue
    }
    open.push(isStart ? line : line.trim())
    if (line !== '}' && open.length < LONGEST) continue
    yield open.join(' ')
    open = []
  }
  if (open.length > 0) yield open.join(' ')
}

/** Reads a line of JSON, whatever stands in front of it; any other line is taken as it is. */
function readLine(line: string): LogLine {
  const found = LEADING_TIME.exec(line)
  const lead = readTime(found?.[1]?.replace(',', '.'))
  const fields = parseRecord(line)
  if (fields === null) {
    const text = line.slice(found?.[0].length ?? 0).trim()
    return { at: lead, level: null, text: text.slice(0, 2_000), fields: {} }
  }
  const take = (...names: string[]) => {
    const name = names.find((candidate) => fields[candidate] !== undefined) ?? ''
    const value = fields[name]
    delete fields[name]
    return value
  }
  const at = readTime(take('time', 'timestamp', '@timestamp', 'ts', 'date', 'datetime'))
  const level = take('level', 'severity', 'lvl')
  const text = take('message', 'msg')
  return {
    at: at ?? lead,
    level: level === undefined ? null : (LEVELS[Number(level) / 10 - 1] ?? String(level).toLowerCase()),
    text: typeof text === 'string' ? text : '',
    fields,
  }
}

function parseRecord(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line.slice(line.indexOf('{')))
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}

/** Text, or seconds, milliseconds, microseconds or nanoseconds since the epoch. */
function readTime(value: unknown): string | null {
  if (typeof value === 'string') return Number.isFinite(timestampToMs(value)) ? value : null
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null
  let ms = value < 1e11 ? value * 1000 : value
  while (ms > 1e14) ms /= 1000
  return new Date(ms).toISOString()
}

/** Lines without a time stay behind the one that they came after. */
function sortByTime(lines: readonly LogLine[]): LogLine[] {
  let last = 0
  return lines
    .map((line) => {
      const own = line.at === null ? Number.NaN : timestampToMs(line.at)
      last = Number.isFinite(own) ? own : last
      return { line, time: last }
    })
    .sort((a, b) => a.time - b.time)
    .map(({ line }) => line)
}
