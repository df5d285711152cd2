import { type ParseArgsConfig, parseArgs } from 'node:util'
import { NECTAR_API_ORIGIN, NECTAR_API_VERSIONS } from '@nectar-connect/contract/nectar'
import { findNearestName, isLoopback } from '@nectar-connect/contract/wire'

/** What a command needs of the process around it. */
export interface CliIo {
  env: Readonly<Record<string, string | undefined>>
  /** The folder it was started in. */
  cwd: string
  print(text: string): void
  printError(text: string): void
  /** All that comes in on stdin, in pieces. */
  stdin: AsyncIterable<string | Uint8Array>
  /** Whether what is printed is read in a terminal. */
  isTerminal: boolean
  /** Characters in a line. */
  columns: number
}

/** 0: all is right. 1: something is wrong. 2: used wrongly. */
export type ExitCode = 0 | 1 | 2

/** The command was used wrongly: said on stderr, with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Reads the arguments of a command. @throws UsageError with the option that was probably meant */
export function parseOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  { allowPositionals = false } = {},
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals })
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    // What follows is advice to programmers.
    const [message = ''] = cause.message.split('. ')
    const [, unknown] = /^Unknown option '--(.+)'/.exec(message) ?? []
    throw new UsageError(message + didYouMean(unknown ?? '', Object.keys(options), '--'))
  }
}

/** A sentence with the name that was probably meant; empty where none is near. */
export function didYouMean(given: string, names: readonly string[], prefix = ''): string {
  const nearest = findNearestName(given, names)
  return nearest === null ? '' : `. Did you mean ${prefix}${nearest}?`
}

/** Where Nectar's API is, and the key for it. One that was pasted often brings its line break along. @throws UsageError */
export function readApi(
  values: { 'api-origin'?: string | undefined; 'api-version'?: string | undefined },
  env: CliIo['env'],
) {
  const { 'api-version': version = 'v2.2' } = values
  const apiVersion = NECTAR_API_VERSIONS.find((known) => known === version)
  if (!apiVersion) throw new UsageError(`--api-version is none of ${NECTAR_API_VERSIONS.join(', ')}.`)
  return {
    apiKey: env.NECTAR_API_KEY?.trim() || null,
    apiOrigin: readNectarOrigin('api-origin', values['api-origin'], env, NECTAR_API_ORIGIN),
    apiVersion,
  }
}

export type NectarApi = ReturnType<typeof readApi>

/** The option, or where the sandbox is while one develops, or the real one. @throws UsageError */
export function readNectarOrigin(
  name: 'api-origin' | 'hosted-origin',
  given: string | undefined,
  env: CliIo['env'],
  real: string,
): string {
  if (given !== undefined) return readOrigin(`--${name}`, given)
  const sandbox = env.NECTAR_ORIGIN?.trim() || null
  return sandbox === null ? real : readOrigin('NECTAR_ORIGIN', sandbox)
}

/** The key is sent there: as in the handler's options, https, or http on this machine. @throws UsageError */
function readOrigin(name: string, text: string): string {
  const url = readUrl(name, text)
  const isAllowed = url.protocol === 'https:' || isLoopback(url.hostname)
  if (url.pathname === '/' && url.search + url.hash === '' && isAllowed) return url.origin
  throw new UsageError(`${name} is no origin that can be used. Write it like https://… without a path.`)
}

/** @throws UsageError */
export function readUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new UsageError(`${name} is no web address. Write it like https://app.example.com/…`)
  }
  return url
}
