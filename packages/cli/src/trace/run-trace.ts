import {
  nectarConnection,
  nectarInvitationDetail,
  timestampToMs,
  uuid,
} from '@nectar-connect/contract/nectar'
import { isRequestId } from '@nectar-connect/contract/wire'
import { redact } from '@nectar-connect/server'
import { askNectar, createProbe, explainRefusal } from '../doctor/probe.ts'
import {
  type CliIo,
  type ExitCode,
  type NectarApi,
  parseOptions,
  readApi,
  UsageError,
} from '../lib/command.ts'
import { type Colors, createColors, label, wrap } from '../lib/terminal.ts'
import { type LogLine, readLogs } from './read-log.ts'

export const TRACE_USAGE = `nectar-connect trace: what a log tells of a request, event, invitation or connection

Usage: nectar-connect trace <id> --log <file> [options]

  <id>                    the reference of an error screen (NC-7F3K-92QD), the id of a webhook (msg_…),
                          or the UUID of an invitation or a connection
  --log <file>            log of your server; - reads stdin; may be given several times
  --api-origin <origin>   where Nectar's API is
  --api-version <v>       default v2.2
  --json                  for machines

With NECTAR_API_KEY in the environment, it says how Nectar has the invitations and connections that the log names.
Keys, tokens and links of invitations are taken out of everything that is printed.
Exit code: 0 something was found, 1 nothing was, or a source could not be read, 2 used wrongly.`

const OPTIONS = {
  log: { type: 'string', multiple: true },
  'api-origin': { type: 'string' },
  'api-version': { type: 'string' },
  json: { type: 'boolean' },
} as const

const ANSWER_LIMIT_MS = 15_000
const WIDEST = 120
const NARROWEST = 60

/** What `trace` found. */
export interface Trace {
  id: string
  /** Lines of the log about it, oldest first. */
  lines: LogLine[]
  /** Other ids that these lines name. */
  related: string[]
  /** How things stand at Nectar, a line each. */
  now: string[]
  /** Sources that could not be read, and why. */
  faults: string[]
}

/** The command `nectar-connect trace`. @throws UsageError */
export async function runTrace(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, OPTIONS, { allowPositionals: true })
  const [given = '', ...more] = positionals
  if (given === '' || more.length > 0) throw new UsageError('Give one id.')
  const id = readId(given)
  const api = readApi(values, io.env)
  if (!values.log && api.apiKey === null) {
    throw new UsageError('There is nowhere to look. Give --log, or set NECTAR_API_KEY.')
  }
  const faults: string[] = []
  const { lines, related } = await readLogs(values.log ?? [], id, io).catch((error: Error) => {
    faults.push(`The log could not be read: ${error.message}`)
    return { lines: [], related: [] }
  })
  const now = api.apiKey === null ? [] : await askNow(api, id, related, faults)
  const trace = redact({ id, lines, related, now, faults }, [api.apiKey ?? []].flat()) as Trace
  io.print(values.json ? JSON.stringify(trace, null, 2) : formatTrace(trace, createColors(io), io.columns))
  return faults.length === 0 && lines.length + now.length > 0 ? 0 : 1
}

/** People type references by hand. */
function readId(text: string): string {
  const id = text.trim()
  if (isRequestId(id.toUpperCase())) return id.toUpperCase()
  if (uuid.safeParse(id).success) return id.toLowerCase()
  if (/^[\x21-\x7e]{4,200}$/.test(id)) return id
  throw new UsageError(`"${id}" is no id: give a reference (NC-7F3K-92QD), a webhook's id (msg_…) or a UUID.`)
}

/** How Nectar has the id and those that the log names with it, and the connections of the invitations among them. */
async function askNow(
  api: NectarApi,
  id: string,
  related: readonly string[],
  faults: string[],
): Promise<string[]> {
  const ask = createProbe(Date.now, ANSWER_LIMIT_MS)
  const now: string[] = []
  const get = async (path: string): Promise<unknown> => {
    const answer = await askNectar(ask, api, path)
    if (answer.status === 200) return answer.json
    // Either says no more than that the key does not see it.
    if (answer.status === 403 || answer.status === 404) return null
    throw new Error(explainRefusal(answer, api.apiOrigin).why)
  }
  const ids = new Set([id, ...related].filter((one) => uuid.safeParse(one).success))
  try {
    // Grows by the connections of invitations on the way.
    for (const one of ids) {
      const detail = nectarInvitationDetail.safeParse(await get(`/invitation/${one}`)).data
      if (detail) {
        const { status, useCount, maxUses, connectionId, createdConnections } = detail.invitation
        const made = createdConnections.map((connection) => connection.id)
        const parts = [
          `invitation ${one}: ${status}, used ${useCount}${maxUses === null ? '' : ` of ${maxUses}`}`,
          ...made.map((connection) => `made connection ${connection}`),
          ...(connectionId === null ? [] : [`mends connection ${connectionId}`]),
        ]
        now.push(parts.join(', '))
        for (const connection of [...made, connectionId ?? []].flat()) ids.add(connection)
        continue
      }
      const connection = nectarConnection.safeParse(await get(`/connection/${one}/details`)).data
      if (!connection) continue
      const { status, statusFirstSeenTime, isActive } = connection
      const since = statusFirstSeenTime === null ? '' : ` since ${statusFirstSeenTime}`
      now.push(`connection ${one}: ${status}${since}${isActive ? '' : ', collection is off'}`)
    }
  } catch (error) {
    faults.push(`Nectar could not be read: ${error instanceof Error ? error.message : error}`)
  }
  return now
}

/** The lines in UTC, what belongs to them, and how things stand. */
function formatTrace({ id, lines, related, now, faults }: Trace, colors: Colors, columns: number): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST))
  const indent = (text: string) => label('    ', text, width, [String, String])
  const printed = ['', colors.strong(id)]
  for (const { at, level, text, fields } of lines) {
    const isBad = level === 'error' || level === 'fatal' || level === 'warn'
    const style = isBad ? colors.bad : colors.dim
    const time = at === null ? 'no time' : new Date(timestampToMs(at)).toISOString()
    printed.push('', ...label('  ', `${time}  ${level ?? ''}`.trim(), width, [style, style]), ...indent(text))
    const more = formatFields(fields)
    if (more !== '') printed.push(...indent(more).map(colors.dim))
  }
  if (lines.length + now.length === 0) printed.push('', 'Nothing is known of it where it was looked for.')
  if (related.length > 0)
    printed.push('', colors.strong('Named with it'), ...related.map((other) => `  ${other}`))
  if (now.length > 0) printed.push('', colors.strong('Now, at Nectar'), ...now.flatMap(indent))
  for (const fault of faults) printed.push('', ...wrap(fault, width).map(colors.bad))
  return printed.join('\n')
}

function formatFields(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      // Stacks are read in the log itself, or with `--json`.
      return `${name}=${text.length > 300 ? `${text.slice(0, 300)}…` : text}`
    })
    .join(' ')
}
