import { parseArgs } from 'node:util'
import { SandboxError } from '../lib/errors.ts'
import { DEFAULT_PORT } from '../lib/options.ts'
import type { PayloadFormat, WebhookTarget } from '../webhooks/webhook-schema.ts'
import type { StartOptions } from './start-sandbox.ts'

export const USAGE = `nectar-sandbox: an emulator of Nectar's API, hosted page and webhooks

Usage: nectar-sandbox [options]

  --port <number>         port to listen on; 0 takes a free one (default ${DEFAULT_PORT})
  --host <address>        address to listen on (default 127.0.0.1)
  --api-key <key>         key to accept; may be given several times
  --check <ms>            from submitted details to the outcome (default 4000)
  --webhook-url <url>     where signed webhooks go; needs --webhook-secret
  --webhook-secret <key>  whsec_ and base64, as Svix writes it
  --webhook-format <name> how bodies look: guide, catalog, lean or envelope (default catalog)
  --retry-scale <number>  multiplies the waits between tries; 0.01 makes 5 minutes 3 seconds (default 1)
  --brand-name <name>     who asks the customer, on the hosted page
  --brand-color <hex>    such as #0b4a4a
  --brand-logo <url>      a picture at a web address
  --seed-file <file>      companies to begin with: a JSON list of what "seed" takes
  --help                  this text
  --version               the version`

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'api-key': { type: 'string', multiple: true },
  check: { type: 'string' },
  'webhook-url': { type: 'string' },
  'webhook-secret': { type: 'string' },
  'webhook-format': { type: 'string' },
  'retry-scale': { type: 'string' },
  'brand-name': { type: 'string' },
  'brand-color': { type: 'string' },
  'brand-logo': { type: 'string' },
  'seed-file': { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

export type CliCommand = { kind: 'help' } | { kind: 'version' } | { kind: 'start'; options: StartOptions }

/** @throws SandboxError `invalid`, saying which option and the fix */
export function readArguments(args: readonly string[]): CliCommand {
  const { values } = parse(args)
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const webhook = readWebhook(values)
  const brand = readBrand(values['brand-name'], values['brand-color'], values['brand-logo'])
  return {
    kind: 'start',
    options: {
      ...(values.port === undefined ? {} : { port: wholeNumber('port', values.port) }),
      ...(values.host === undefined ? {} : { host: values.host }),
      ...(values['api-key'] === undefined ? {} : { apiKeys: values['api-key'] }),
      ...(values.check === undefined ? {} : { checkDelayMs: wholeNumber('check', values.check) }),
      ...(webhook === null ? {} : { webhook }),
      ...(brand === null ? {} : { brand }),
      ...(values['seed-file'] === undefined ? {} : { seedFile: readFileName(values['seed-file']) }),
    },
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : 'unreadable options'
    throw new SandboxError('invalid', `${reason}. See nectar-sandbox --help for the options there are.`, {
      cause,
    })
  }
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new SandboxError(
    'invalid',
    `--${name} is "${text}". Give a whole number, such as --${name} ${name === 'port' ? DEFAULT_PORT : 4000}.`,
  )
}

function readFileName(text: string): string {
  if (text.trim() !== '') return text
  throw new SandboxError(
    'invalid',
    '--seed-file needs the name of a file, such as --seed-file companies.json.',
  )
}

function readBrand(name: string | undefined, color: string | undefined, logo: string | undefined) {
  if (name === undefined && color === undefined && logo === undefined) return null
  if (name === undefined) {
    throw new SandboxError('invalid', '--brand-color and --brand-logo need --brand-name as well.')
  }
  return { name, ...(color === undefined ? {} : { color }), ...(logo === undefined ? {} : { logo }) }
}

interface WebhookValues {
  'webhook-url'?: string | undefined
  'webhook-secret'?: string | undefined
  'webhook-format'?: string | undefined
  'retry-scale'?: string | undefined
}

function readWebhook(values: WebhookValues): WebhookTarget | null {
  const {
    'webhook-url': url,
    'webhook-secret': secret,
    'webhook-format': format,
    'retry-scale': scale,
  } = values
  if (url === undefined) {
    const given = Object.entries(values).find(([name, value]) => isWebhookOption(name) && value !== undefined)
    if (given === undefined) return null
    throw new SandboxError('invalid', `--${given[0]} needs --webhook-url as well.`)
  }
  if (secret === undefined) throw new SandboxError('invalid', '--webhook-url needs --webhook-secret as well.')
  return {
    url,
    secret,
    // An unknown format is refused with the other options.
    ...(format === undefined ? {} : { format: format as PayloadFormat }),
    ...(scale === undefined ? {} : { retryScale: Number(scale) }),
  }
}

function isWebhookOption(name: string): boolean {
  return name.startsWith('webhook-') || name === 'retry-scale'
}
