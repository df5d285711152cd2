import type { Logger } from './options.ts'

type Fields = Record<string, unknown>

/** A logger whose every line is redacted and can be tied to a reference. */
export interface Log extends Logger {
  /** The same log, with these fields in every line. */
  with(fields: Fields): Log
  /** Says it once per process and cause, since a missing option would otherwise fill the log. */
  once(level: keyof Logger, cause: string, fields: Fields): void
}

const said = new WeakMap<Logger, Set<string>>()

/**
 * @param redact Takes out of each line what nobody is to read.
 */
export function createLog(logger: Logger, redact: (value: unknown) => unknown, always: Fields = {}): Log {
  const write = (level: keyof Logger) => (message: string, fields: Fields) => {
    try {
      logger[level](String(redact(message)), redact({ ...always, ...fields }) as Record<string, unknown>)
    } catch {
      // A logger that throws must not cost the caller its answer.
    }
  }
  const log: Log = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (fields) => createLog(logger, redact, { ...always, ...fields }),
    once(level, cause, fields) {
      const causes = said.get(logger) ?? new Set()
      said.set(logger, causes)
      if (causes.has(cause)) return
      causes.add(cause)
      log[level](cause, fields)
    },
  }
  return log
}

/** The default logger. */
export const consoleLogger: Logger = {
  debug: (message, fields) => console.debug(`[nectar-connect] ${message}`, fields),
  info: (message, fields) => console.info(`[nectar-connect] ${message}`, fields),
  warn: (message, fields) => console.warn(`[nectar-connect] ${message}`, fields),
  error: (message, fields) => console.error(`[nectar-connect] ${message}`, fields),
}
