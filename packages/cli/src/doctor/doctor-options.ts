import { NECTAR_API_ORIGIN, NECTAR_API_VERSIONS, uuid } from '@nectar-connect/contract/nectar'
import { isLoopback, NECTAR_HOSTED_ORIGIN } from '@nectar-connect/contract/wire'
import { type CliIo, parseOptions, readApi, readNectarOrigin, readUrl, UsageError } from '../lib/command.ts'

export const DOCTOR_USAGE = `nectar-connect doctor: what is right, what is not, and how to fix it

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
NECTAR_ORIGIN, the address of npx nectar-sandbox, takes the place of both origins.
Exit code: 0 nothing failed, 1 a check failed, 2 used wrongly.`

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

/** Null: not given. The address of the handler has no slash at the end. */
export type DoctorOptions = ReturnType<typeof readDoctorOptions>

/** @throws UsageError */
export function readDoctorOptions(args: readonly string[], env: CliIo['env']) {
  const { values } = parseOptions(args, OPTIONS)
  const lines = (env.NECTAR_DOCTOR_HEADERS ?? '').split('\n').filter((line) => line.trim() !== '')
  const options = {
    ...readApi(values, env),
    hostedOrigin: readNectarOrigin('hosted-origin', values['hosted-origin'], env, NECTAR_HOSTED_ORIGIN),
    webhookSecret: env.NECTAR_WEBHOOK_SECRET?.trim() || null,
    companyId: values.company === undefined ? null : readCompanyId(values.company),
    handlerUrl: values.url === undefined ? null : readHandlerUrl(values.url),
    /** Whether Nectar is the sandbox of this machine, as in the quick start: there is nothing of anybody's. */
    isSandbox: env.NECTAR_ORIGIN !== undefined && isOnThisMachine(env.NECTAR_ORIGIN),
    pageUrl: values.page === undefined ? null : readUrl('--page', values.page).href,
    headers: [...lines, ...(values.header ?? [])].map(readHeader),
    testsInvitation: values['no-test-invitation'] !== true,
    json: values.json === true,
  }
  if (options.apiKey === null && options.handlerUrl === null && options.pageUrl === null) {
    throw new UsageError('There is nothing to look at. Set NECTAR_API_KEY, or give --url or --page.')
  }
  return options
}

/** Whether a web address leads to this machine. */
export function isOnThisMachine(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname)
}

function readCompanyId(text: string): string {
  const id = uuid.safeParse(text)
  if (id.success) return id.data
  throw new UsageError('--company is no UUID. It is the id that ensureCompany() answers.')
}

function readHandlerUrl(text: string): string {
  const url = readUrl('--url', text)
  if (url.search + url.hash !== '') throw new UsageError('--url takes no "?" and no "#".')
  return url.href.replace(/\/+$/, '')
}

function readHeader(text: string): [string, string] {
  const [, name = '', value = ''] = /^([^:]+):\s*(.+)$/.exec(text.trim()) ?? []
  try {
    new Headers([[name, value]])
    return [name, value]
  } catch {
    throw new UsageError("A header cannot be read. Write it like 'Cookie: session=…'.")
  }
}
