import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { CliIo } from '../lib/cli-io.ts'
import { joinConsoleLines } from './join-console-lines.ts'
import { type LogLine, readLogLine } from './read-log-line.ts'

/** Logs that can be gone through several times. */
export interface Logs {
  /** The lines that name one of these, in the order in which they were written. @throws Error when a file cannot be read */
  naming(ids: ReadonlySet<string>): Promise<LogLine[]>
}

/** @param names Files, from the folder of the command; `-` is stdin, which is kept, since it comes only once. */
export function openLogs(names: readonly string[], io: Pick<CliIo, 'cwd' | 'stdin'>): Logs {
  const kept: string[] = []
  let isStdinRead = false

  async function* linesOf(name: string): AsyncIterable<string> {
    if (name !== '-') {
      yield* createInterface({
        input: createReadStream(path.resolve(io.cwd, name)),
        crlfDelay: Number.POSITIVE_INFINITY,
      })
      return
    }
    if (!isStdinRead) {
      for await (const line of createInterface({ input: Readable.from(io.stdin) })) kept.push(line)
      isStdinRead = true
    }
    yield* kept
  }

  return {
    async naming(ids) {
      const found: LogLine[] = []
      for (const name of names) {
        for await (const line of joinConsoleLines(linesOf(name))) {
          // Ids are written in lower case here, and in any elsewhere.
          const lower = line.toLowerCase()
          if ([...ids].some((id) => lower.includes(id.toLowerCase()))) found.push(readLogLine(line))
        }
      }
      return found
    },
  }
}
