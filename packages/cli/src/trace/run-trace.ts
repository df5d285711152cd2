import path from 'node:path'
import { redact } from '@nectar-connect/server'
import type { CliIo, ExitCode } from '../lib/cli-io.ts'
import { createColors } from '../terminal/colors.ts'
import { askAbout } from './ask-about.ts'
import { collectTrace } from './collect-trace.ts'
import { formatTrace } from './format-trace.ts'
import { openRedis } from './open-redis.ts'
import { openSqlite } from './open-sqlite.ts'
import { openLogs } from './read-logs.ts'
import type { Recorded } from './recorded.ts'
import { sortEntries } from './trace-entry.ts'
import { readTraceOptions, type TraceOptions } from './trace-options.ts'

/**
 * The command `nectar-connect trace`.
 *
 * @throws UsageError
 */
export async function runTrace(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const options = readTraceOptions(args, io.env)
  const faults = new Map<string, string>()
  const onFault = (source: string, error: unknown) => {
    if (!faults.has(source)) faults.set(source, error instanceof Error ? error.message : String(error))
  }
  const recorded = await openRecorded(options, io.cwd, onFault)
  const sources = {
    logs: openLogs(options.logs, io),
    recorded,
    nectar: options.nectar && askAbout(options.nectar),
  }
  const { entries, now, related } = await collectTrace(options.subject, sources, onFault)
  for (const { close } of recorded) await close()
  const found = {
    id: options.subject.id,
    related,
    entries: sortEntries(entries),
    now,
    faults: [...faults].map(([source, why]) => ({ source, why })),
    unasked: unasked(options),
  }
  const trace = redact(found, secretsOf(options)) as typeof found
  io.print(options.json ? JSON.stringify(trace, null, 2) : formatTrace(trace, createColors(io), io.columns))
  return entries.length > 0 && faults.size === 0 ? 0 : 1
}

async function openRecorded(
  { sqlite, redis }: TraceOptions,
  cwd: string,
  onFault: (source: string, error: unknown) => void,
): Promise<Recorded[]> {
  const opened: Recorded[] = []
  const open = async (source: string, work: () => Promise<Recorded>) => {
    try {
      opened.push(await work())
    } catch (error) {
      onFault(source, error)
    }
  }
  if (sqlite !== null) await open('SQLite', () => openSqlite(path.resolve(cwd, sqlite)))
  if (redis !== null) await open('Redis', () => openRedis(redis, cwd))
  return opened
}

function unasked({ logs, sqlite, redis, nectar }: TraceOptions): string[] {
  return [
    ...(logs.length === 0 ? ['the log of your server (--log)'] : []),
    ...(sqlite === null && redis === null ? ['the store (--sqlite, --redis)'] : []),
    ...(nectar === null ? ['Nectar (NECTAR_API_KEY)'] : []),
  ]
}

/** Lines of a log may be of another logger, that knows nothing of secrets. */
function secretsOf({ nectar, redis }: TraceOptions): string[] {
  const url = redis && URL.canParse(redis.url) ? new URL(redis.url) : null
  return [
    nectar?.apiKey ?? [],
    url ? [redis?.url ?? '', url.password, decodeURIComponent(url.password)] : [],
  ].flat()
}
