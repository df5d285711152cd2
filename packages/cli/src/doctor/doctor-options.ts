import { parseArgs } from 'node:util'
import {
  NECTAR_API_ORIGIN,
  NECTAR_API_VERSIONS,
  type NectarApiVersion,
  uuid,
} from '@nectar-connect/contract/nectar'
import { NECTAR_HOSTED_ORIGIN } from '@nectar-connect/contract/wire'
import { readApi, readOrigin, readUrl } from '../lib/read-api.ts'
import { UsageError } from '../lib/usage-error.ts'

export const DOCTOR_USAGE = `nectar-connect doctor: what is right, what is not, and how to mend it

Usage: nectar-connect doctor [options]

  --company <id>          the company to look for at Nectar, a UUID
  --url <address>         your handler, such as https://app.example.com/api/nectar
  --page <address>        the page that shows the widget
  --header <header>       sent to your server and page, such as 'Cookie: session=…'; may be given several times.
                          Instead of it, one header a line in NECTAR_DOCTOR_HEADERS
  --no-test-invitation    make no test invitation
  --api-origin <origin>   where Nectar's API is (default ${NECTAR_API_ORIGIN})
  --hosted-origin <o>     where Nectar's page is (default ${NECTAR_HOSTED_ORIGIN})
  --api-version <v>       ${NECTAR_API_VERSIONS.join(', ')} (default v2.2)
  --json                  for machines

Secrets come from the environment, and are never printed: NECTAR_API_KEY, NECTAR_WEBHOOK_SECRET.
Exit code: 0 all that was run is right, 1 something is wrong, 2 used wrongly.`

const OPTIONS = {
  company: { type: 'string' },
  url: { type: 'string' },
  page: { type: 'string' },
  header: { type: 'string', multiple: true },
  'no-test-invitation': { type: 'boolean' },
  'api-origin': { type: 'string' },
  'hosted-origin': { type: 'string' },
  'api-version': { type: 'string' },
  json: { type: 'boolean' },
} as const

export interface DoctorOptions {
  apiKey: string | null
  webhookSecret: string | null
  companyId: string | null
  /** Without a slash at the end. */
  handlerUrl: string | null
  pageUrl: string | null
  headers: readonly (readonly [string, string])[]
  testsInvitation: boolean
  apiOrigin: string
  hostedOrigin: string
  apiVersion: NectarApiVersion
  json: boolean
}

/** @throws UsageError */
export function readDoctorOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DoctorOptions {
  const values = parse(args)
  const lines = (env.NECTAR_DOCTOR_HEADERS ?? '').split('\n').filter((line) => line.trim() !== '')
  const options: DoctorOptions = {
    apiKey: secret(env.NECTAR_API_KEY),
    webhookSecret: secret(env.NECTAR_WEBHOOK_SECRET),
    companyId: values.company === undefined ? null : readCompanyId(values.company),
    handlerUrl: values.url === undefined ? null : readHandlerUrl(values.url),
    pageUrl: values.page === undefined ? null : readUrl('page', values.page).href,
    headers: [...lines, ...(values.header ?? [])].map(readHeader),
    testsInvitation: values['no-test-invitation'] !== true,
    ...readApi(values),
    hostedOrigin: readOrigin('hosted-origin', values['hosted-origin'] ?? NECTAR_HOSTED_ORIGIN),
    json: values.json === true,
  }
  if (options.apiKey === null && options.handlerUrl === null && options.pageUrl === null) {
    throw new UsageError('There is nothing to look at. Set NECTAR_API_KEY, or give --url or --page.')
  }
  return options
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (cause) {
    throw new UsageError(
      cause instanceof Error ? String(cause.message.split('. ')[0]) : 'Unreadable options.',
    )
  }
}

/** A secret that was pasted often brings its line break along. */
function secret(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim()
}

function readCompanyId(text: string): string {
  const id = uuid.safeParse(text)
  if (id.success) return id.data
  throw new UsageError('--company is no UUID. It is the id that ensureCompany() answers.')
}

function readHandlerUrl(text: string): string {
  const url = readUrl('url', text)
  if (url.search + url.hash !== '') throw new UsageError('--url takes no "?" and no "#".')
  return url.href.replace(/\/+$/, '')
}

function readHeader(text: string): readonly [string, string] {
  const [, name = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+):\s*(.+)$/.exec(text.trim()) ?? []
  if (name !== '' && isHeaderValue(value)) return [name, value]
  throw new UsageError("A header cannot be read. Write it like 'Cookie: session=…'.")
}

function isHeaderValue(value: string): boolean {
  try {
    return new Headers([['x', value]]).has('x')
  } catch {
    return false
  }
}
