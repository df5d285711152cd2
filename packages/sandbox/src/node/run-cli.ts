import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { SandboxError } from '../errors.ts'
import { SANDBOX_PASSWORD, SANDBOX_USERNAME } from '../hosted/sign-ins.ts'
import { DEFAULT_API_KEY, DEFAULT_PORT, type PayloadFormat } from '../options.ts'
import { SANDBOX_PROVIDER_URL } from '../state/providers.ts'
import { type StartOptions, startSandbox } from './start-sandbox.ts'

const USAGE = `nectar-sandbox: an emulator of Nectar's API, hosted page and webhooks

Usage: nectar-sandbox [options]

  --port <number>         port to listen on; 0 takes a free one (default ${DEFAULT_PORT})
  --host <address>        address to listen on (default 127.0.0.1)
  --api-key <key>         key to accept; may be given several times
  --check <ms>            from submitted details to the outcome (default 4000)
  --seed-file <file>      companies to begin with: a JSON list of what "seed" takes
  --webhook-url <url>     where signed webhooks go; needs --webhook-secret
  --webhook-secret <key>  whsec_ and base64, as Svix writes it
  --webhook-format <name> how bodies look: catalog or lean (default catalog)
  --retry-scale <number>  multiplies the waits between tries; 0.01 makes 5 minutes 3 seconds (default 1)
  --brand-name <name>     who asks the customer, on the hosted page
  --help                  this text
  --version               the version`

const text = { type: 'string' } as const

const OPTIONS = {
  port: text,
  host: text,
  'api-key': { ...text, multiple: true },
  check: text,
  'seed-file': text,
  'webhook-url': text,
  'webhook-secret': text,
  'webhook-format': text,
  'retry-scale': text,
  'brand-name': text,
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parse>

export interface CliIo {
  print(text: string): void
  printError(text: string): void
  onStop(stop: () => void): void
  exit(code: number): void
}

/** The command `nectar-sandbox`. Settles once it listens, or is done. */
export async function runCli(args: readonly string[], io: CliIo): Promise<void> {
  try {
    const values = parse(args)
    if (values.help) return io.print(USAGE)
    if (values.version) return io.print(await readVersion())
    await start(toStartOptions(values), io)
  } catch (error) {
    if (!SandboxError.isInstance(error)) throw error
    io.printError(
      `nectar-sandbox: ${error.message}${error.code === 'port_in_use' ? ' For example: --port 4401' : ''}`,
    )
    io.exit(1)
  }
}

async function start(options: StartOptions, io: CliIo): Promise<void> {
  const { origin, close } = await startSandbox(options)
  io.onStop(() => void close())
  const keys = options.apiKeys ?? [DEFAULT_API_KEY]
  io.print(
    [
      `Nectar sandbox is running at ${origin}`,
      '',
      `  Console   ${origin}/console  (what it holds, live, with switches)`,
      `  API       ${origin}/v2.2`,
      ...keys.map((key) => `  Key       ${key}`),
      `  Provider  ${SANDBOX_PROVIDER_URL}`,
      `  Username  ${SANDBOX_USERNAME}`,
      `  Password  ${SANDBOX_PASSWORD}`,
      ...(options.webhook ? [`  Webhooks  ${options.webhook.url}`] : []),
      '',
      'Stop it with Ctrl+C. Everything it holds is gone then.',
    ].join('\n'),
  )
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : 'unreadable options'
    const message = `${reason}. See nectar-sandbox --help for the options there are.`
    throw new SandboxError('invalid', message, { cause })
  }
}

/** @throws SandboxError `invalid`, saying which option and the fix */
function toStartOptions(values: Values): StartOptions {
  const { port, host, check, 'api-key': apiKeys, 'seed-file': seedFile, 'brand-name': name } = values
  if (seedFile?.trim() === '') {
    const message = '--seed-file needs the name of a file, such as --seed-file companies.json.'
    throw new SandboxError('invalid', message)
  }
  return {
    ...(port !== undefined && { port: wholeNumber('port', port, DEFAULT_PORT) }),
    ...(host !== undefined && { host }),
    ...(apiKeys !== undefined && { apiKeys }),
    ...(check !== undefined && { checkDelayMs: wholeNumber('check', check, 4000) }),
    ...(seedFile !== undefined && { seedFile }),
    ...(name !== undefined && { brand: { name } }),
    ...readWebhook(values),
  }
}

function wholeNumber(name: string, text: string, example: number): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new SandboxError(
    'invalid',
    `--${name} is "${text}". Give a whole number, such as --${name} ${example}.`,
  )
}

function readWebhook(values: Values): Pick<StartOptions, 'webhook'> {
  const { 'webhook-url': url, 'webhook-secret': secret } = values
  const { 'webhook-format': format, 'retry-scale': scale } = values
  if (url === undefined) {
    if (secret === undefined && format === undefined && scale === undefined) return {}
    const message = '--webhook-secret, --webhook-format and --retry-scale need --webhook-url as well.'
    throw new SandboxError('invalid', message)
  }
  if (secret === undefined) throw new SandboxError('invalid', '--webhook-url needs --webhook-secret as well.')
  return {
    webhook: {
      url,
      secret,
      // An unknown format is refused with the other options.
      ...(format !== undefined && { format: format as PayloadFormat }),
      ...(scale !== undefined && { retryScale: Number(scale) }),
    },
  }
}

/** The package's own version; both `src` and `dist` stand beside its package.json. */
async function readVersion(): Promise<string> {
  for (const path of ['../package.json', '../../package.json']) {
    const manifest = await readFile(new URL(path, import.meta.url), 'utf8').catch(() => null)
    if (manifest !== null) return String(JSON.parse(manifest).version)
  }
  return 'unknown'
}
