/** Where log lines go. Keys, tokens and invitation links are taken out before a line gets here. */
export interface Logger {
  debug(message: string, fields: Record<string, unknown>): void
  info(message: string, fields: Record<string, unknown>): void
  warn(message: string, fields: Record<string, unknown>): void
  error(message: string, fields: Record<string, unknown>): void
}

type Fields = Record<string, unknown>
type Level = keyof Logger

/**
 * For whom something is done: what kind of work it is, then the company, then the user. Requests to Nectar take turns,
 * first by kind, so that neither reads nor what nobody waits for hold up a click.
 */
export type Party = readonly ['click' | 'read', companyId: string, userId: string] | readonly ['background']

/** A logger whose every line is redacted and can be tied to a reference. It goes along with whatever is done. */
export interface Log extends Logger {
  readonly party: Party
  /** The same log, with these fields in every line. */
  with(fields: Fields): Log
  /** The same log, for what is done for somebody else. */
  for(party: Party): Log
  /** Says it once per process and cause, since a missing option would otherwise fill the log. */
  once(level: Level, cause: string, fields: Fields): void
  /** Says it the first time, then how often by each power of ten: for what anybody can cause. */
  counted(level: Level, cause: string, fields: Fields): void
}

/** How often each cause came, in the place that the copies of this package in one process share. */
const CAUSES = Symbol.for('@nectar-connect/server/causes')
const MOST_CAUSES = 1_000

/**
 * @param redact Takes out of each line what nobody is to read.
 * @param place What the copies of this package in one process share: frameworks load a module several times.
 */
export function createLog(logger: Logger, redact: (value: unknown) => unknown, place: object = {}): Log {
  const shared = place as Record<symbol, Map<string, number> | undefined>
  shared[CAUSES] ??= new Map()
  return new RedactedLog(logger, redact, {}, shared[CAUSES], ['background'])
}

/** A class, since every request makes one, and every open stream holds one. */
class RedactedLog implements Log {
  readonly #logger: Logger
  readonly #redact: (value: unknown) => unknown
  readonly #always: Fields
  readonly #counts: Map<string, number>
  readonly party: Party

  constructor(
    logger: Logger,
    redact: (value: unknown) => unknown,
    always: Fields,
    counts: Map<string, number>,
    party: Party,
  ) {
    this.#logger = logger
    this.#redact = redact
    this.#always = always
    this.#counts = counts
    this.party = party
  }

  debug(message: string, fields: Fields) {
    this.#write('debug', message, fields)
  }

  info(message: string, fields: Fields) {
    this.#write('info', message, fields)
  }

  warn(message: string, fields: Fields) {
    this.#write('warn', message, fields)
  }

  error(message: string, fields: Fields) {
    this.#write('error', message, fields)
  }

  with(fields: Fields): Log {
    const always = { ...this.#always, ...fields }
    return new RedactedLog(this.#logger, this.#redact, always, this.#counts, this.party)
  }

  for(party: Party): Log {
    return new RedactedLog(this.#logger, this.#redact, this.#always, this.#counts, party)
  }

  once(level: Level, cause: string, fields: Fields) {
    if (this.#count(cause) === 1) this.#write(level, cause, fields)
  }

  counted(level: Level, cause: string, fields: Fields) {
    const count = this.#count(cause)
    if (!Number.isInteger(Math.log10(count))) return
    this.#write(count === 1 ? level : 'info', cause, { ...fields, count })
  }

  #count(cause: string): number {
    const counts = this.#counts
    const count = (counts.get(cause) ?? 0) + 1
    if (count > 1 || counts.size < MOST_CAUSES) counts.set(cause, count)
    return count
  }

  #write(level: Level, message: string, fields: Fields) {
    const redact = this.#redact
    try {
      this.#logger[level](String(redact(message)), redact({ ...this.#always, ...fields }) as Fields)
    } catch {
      // A logger that throws must not cost a request its answer.
    }
  }
}

function loggerOf(write: (level: Level, message: string, fields: Fields) => void): Logger {
  const at = (level: Level) => (message: string, fields: Fields) => write(level, message, fields)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export const consoleLogger = loggerOf((level, message, fields) =>
  console[level](`[nectar-connect] ${message}`, fields),
)

/**
 * One line of JSON for each, on the console: what collectors of logs and `npx nectar-connect trace` read. A field never
 * takes the place of `time`, `level` or `message`.
 *
 * @example
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, logger: jsonLogger })
 * // {"time":"2026-11-24T16:42:06.123Z","level":"info","message":"An invitation was made.","reference":"NC-7F3K-92QD"}
 */
export const jsonLogger: Logger = loggerOf((level, message, fields) => {
  const head = { time: new Date().toISOString(), level, message }
  const line = JSON.stringify({ ...head, ...fields, ...head }, (_key, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  console[level](line)
})
