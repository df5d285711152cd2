import { parseArgs } from 'node:util'
import { type NectarApiVersion, uuid } from '@nectar-connect/contract/nectar'
import { isRequestId } from '@nectar-connect/contract/wire'
import { readApi } from '../lib/read-api.ts'
import { UsageError } from '../lib/usage-error.ts'

export const TRACE_USAGE = `nectar-connect trace: what happened to a request, event, invitation or connection

Usage: nectar-connect trace <id> [options]

  <id>                    the reference of an error screen (NC-7F3K-92QD), the id of a webhook (msg_…),
                          or the UUID of an invitation or a connection

Where it looks; give at least one:
  --log <file>            log of your server; - reads stdin; may be given several times
  --sqlite <file>         the store of createSqliteStore()
  --redis <url>           the store of createRedisStore(); or NECTAR_REDIS_URL, which no process list shows
  NECTAR_API_KEY          Nectar itself: invitations with their audit log, connections with their invitations

  --redis-prefix <text>   what keys begin with (default nectar-connect)
  --api-origin <origin>   where Nectar's API is
  --api-version <v>       default v2.2
  --json                  for machines

Keys, tokens and links of invitations are taken out of everything that is printed.
Exit code: 0 something was found, 1 nothing was, or a source could not be read, 2 used wrongly.`

const OPTIONS = {
  log: { type: 'string', multiple: true },
  sqlite: { type: 'string' },
  redis: { type: 'string' },
  'redis-prefix': { type: 'string' },
  'api-origin': { type: 'string' },
  'api-version': { type: 'string' },
  json: { type: 'boolean' },
} as const

export interface TraceOptions {
  subject: { kind: 'reference' | 'event' | 'object'; id: string }
  logs: readonly string[]
  sqlite: string | null
  redis: { url: string; prefix: string } | null
  nectar: { apiKey: string; apiOrigin: string; apiVersion: NectarApiVersion } | null
  json: boolean
}

/** @throws UsageError */
export function readTraceOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): TraceOptions {
  const { values, positionals } = parse(args)
  const [id = '', ...more] = positionals
  if (id === '' || more.length > 0) throw new UsageError('Give one id.')
  const apiKey = env.NECTAR_API_KEY?.trim() ?? ''
  const redis = values.redis ?? env.NECTAR_REDIS_URL ?? ''
  if (redis !== '' && !/^rediss?:\/\//.test(redis)) {
    throw new UsageError('--redis is no address. Write it like redis://localhost:6379.')
  }
  const options: TraceOptions = {
    subject: readSubject(id),
    logs: values.log ?? [],
    sqlite: values.sqlite ?? null,
    redis: redis === '' ? null : { url: redis, prefix: values['redis-prefix'] ?? 'nectar-connect' },
    nectar: apiKey === '' ? null : { apiKey, ...readApi(values) },
    json: values.json === true,
  }
  if (options.logs.length === 0 && !options.sqlite && !options.redis && !options.nectar) {
    throw new UsageError('There is nowhere to look. Give --log, --sqlite or --redis, or set NECTAR_API_KEY.')
  }
  return options
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(
      cause instanceof Error ? String(cause.message.split('. ')[0]) : 'Unreadable options.',
    )
  }
}

/** People type references by hand. */
function readSubject(text: string): TraceOptions['subject'] {
  const id = text.trim()
  if (isRequestId(id.toUpperCase())) return { kind: 'reference', id: id.toUpperCase() }
  const object = uuid.safeParse(id)
  if (object.success) return { kind: 'object', id: object.data.toLowerCase() }
  if (/^[\x21-\x7e]{4,200}$/.test(id)) return { kind: 'event', id }
  throw new UsageError(`"${id}" is no id: give a reference (NC-7F3K-92QD), a webhook's id (msg_…) or a UUID.`)
}
