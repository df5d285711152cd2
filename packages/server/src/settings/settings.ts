import { NECTAR_API_ORIGIN, NECTAR_API_VERSIONS, nectarVersionPath } from '@nectar-connect/contract/nectar'
import { findNearestName, isLoopback, NECTAR_HOSTED_ORIGIN } from '@nectar-connect/contract/wire'
import { consoleLogger } from '../lib/log.ts'
import type { NectarConnectOptions, SharingOptions } from './options.ts'
import { readSharing } from './sharing-settings.ts'

const DEFAULT_BASE_PATH = '/api/nectar'

/** The options, checked and with their defaults. */
export type Settings = ReturnType<typeof readSettings>

/** Reads the options. Never throws: a build runs without secrets, so that faults are reported on the first request. */
export function readSettings(options: Partial<NectarConnectOptions>) {
  const faults: string[] = []
  const require = (isRight: boolean, fault: string) => {
    if (!isRight) faults.push(fault)
  }
  const { apiVersion = 'v2.2', timeoutMs = 15_000, reconcileEveryMs = null, nectar = {} } = options
  require(NECTAR_API_VERSIONS.includes(
    apiVersion,
  ), `"apiVersion" is none of ${NECTAR_API_VERSIONS.join(', ')}. Leave it out to get v2.2.`)
  const { apiOrigin = NECTAR_API_ORIGIN, hostedOrigin = NECTAR_HOSTED_ORIGIN } = nectar
  const apiBase = readOrigin('nectar.apiOrigin', apiOrigin, faults, 'loopback')
  const hosted = readOrigin('nectar.hostedOrigin', hostedOrigin, faults, 'loopback')
  const origins = [
    ...[options.publicOrigin ?? []].flat().map((origin) => ['publicOrigin', origin] as const),
    ...(options.allowedOrigins ?? []).map((origin) => ['allowedOrigins', origin] as const),
  ].map(([name, origin]) => readOrigin(name, origin, faults, 'any'))
  require(Number.isFinite(timeoutMs) &&
    timeoutMs > 0, '"timeoutMs" is not a positive number of milliseconds. Leave it out to get 15000.')
  requireSecrets(options, faults)
  const basePath = readBasePath(options.basePath ?? DEFAULT_BASE_PATH, faults)
  const sharing = readSharing(options, faults)
  // Longer ones make timers of many runtimes go off at once.
  const isInterval =
    reconcileEveryMs === null ||
    (Number.isFinite(reconcileEveryMs) && reconcileEveryMs >= 60_000 && reconcileEveryMs < 2 ** 31)
  require(isInterval, '"reconcileEveryMs" is not a number of milliseconds from 60000 on. Leave it out for none.')
  const isDevelopment = options.development ?? isDevelopmentProcess()
  return {
    /** Starts with a slash and does not end with one; empty for the root. */
    basePath,
    /** Origin and version, without a slash at the end. */
    apiBase: `${apiBase}${nectarVersionPath(apiVersion)}`,
    hostedOrigin: hosted,
    /** `publicOrigin` and `allowedOrigins`. */
    origins: new Set(origins),
    // A secret pasted into a secret store often brings its line break along.
    webhookSecrets: [options.webhookSecret ?? []]
      .flat()
      .map((secret) => secret.trim())
      .filter((secret) => secret !== ''),
    exposeUsername: options.exposeUsername === true,
    sharing,
    /** Null: only on demand. */
    reconcileEveryMs: isInterval ? reconcileEveryMs : null,
    timeoutMs,
    /** Whether problems tell a developer what is wrong with the set-up. */
    isDevelopment,
    logger: options.logger ?? consoleLogger,
    /** What is missing or wrong, each with its fix. Nothing is answered for a user while there are any. */
    faults,
    /** While developing: options that do not exist, each with the one that was probably meant. */
    unknownOptions: isDevelopment ? describeUnknownOptions(options) : [],
  }
}

function requireSecrets(options: Partial<NectarConnectOptions>, faults: string[]) {
  const { apiKey } = options
  if (typeof apiKey !== 'function' && (typeof apiKey !== 'string' || apiKey.trim() === '')) {
    faults.push(
      '"apiKey" is missing. Make a key in Nectar under Settings > Organization > API Keys, set NECTAR_API_KEY and pass createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, … }).',
    )
  }
  if (typeof options.authorize !== 'function') {
    faults.push(
      '"authorize" is missing. Pass createNectarConnect({ authorize: async (request) => ({ companyId, userId }), … }), answering null when nobody is signed in.',
    )
  }
}

function readBasePath(basePath: string, faults: string[]): string {
  const path = `/${basePath.replace(/^\/+|\/+$/g, '')}`
  if (new URL(path, 'http://localhost').pathname === path) return path === '/' ? '' : path
  faults.push('"basePath" is not a plain path. Write it like "/api/nectar".')
  return DEFAULT_BASE_PATH
}

/** @param http Where plain http is taken: pages may be served by any host in development, secrets travel to loopback only. */
function readOrigin(name: string, text: string, faults: string[], http: 'loopback' | 'any'): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain =
    url !== null && url.pathname === '/' && url.search + url.hash + url.username + url.password === ''
  const isTaken =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && (http === 'any' || isLoopback(url.hostname)))
  if (url !== null && isPlain && isTaken) return url.origin
  faults.push(
    `"${name}" is not an origin that can be used. Write it like "https://app.example.com", without a path${http === 'loopback' ? '; plain http is for localhost only' : ''}.`,
  )
  return 'https://invalid.invalid'
}

type Names<Options> = Readonly<Record<keyof Options, true>>

const OPTIONS: Names<NectarConnectOptions> = {
  apiKey: true,
  apiVersion: true,
  allowedOrigins: true,
  authorize: true,
  basePath: true,
  development: true,
  exposeUsername: true,
  fetch: true,
  inputSchema: true,
  invitationPolicy: true,
  logger: true,
  nectar: true,
  now: true,
  onConnectionChange: true,
  onInvitationChange: true,
  onOtherWebhook: true,
  publicOrigin: true,
  reconcileEveryMs: true,
  sendInvitation: true,
  sharing: true,
  store: true,
  timeoutMs: true,
  webhookSecret: true,
}
const NECTAR: Names<NonNullable<NectarConnectOptions['nectar']>> = { apiOrigin: true, hostedOrigin: true }
const SHARING: Names<SharingOptions> = {
  allowLinks: true,
  allowedDomains: true,
  appName: true,
  expiresInSeconds: true,
  mailsPerHour: true,
  sender: true,
}

/** Names the options that do not exist, each with the one that was probably meant. TypeScript does so by itself. */
export function describeUnknownOptions(options: Partial<NectarConnectOptions>): string[] {
  return [
    ...describeUnknown(options, OPTIONS),
    ...describeUnknown(options.nectar, NECTAR, 'nectar.'),
    ...describeUnknown(options.sharing, SHARING, 'sharing.'),
  ]
}

function describeUnknown(given: unknown, known: Readonly<Record<string, true>>, path = ''): string[] {
  if (typeof given !== 'object' || given === null) return []
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(known, name))
  return unknown.map((name) => {
    const nearest = findNearestName(name, Object.keys(known))
    const fix = nearest === null ? 'Remove it.' : `Did you mean "${path}${nearest}"?`
    return `createNectarConnect() has no option "${path}${name}". ${fix}`
  })
}

/** Named here since the core knows no Node; in a bundle the whole of `process.env.NODE_ENV` is replaced by a text. */
declare const process: { env?: { NODE_ENV?: string } } | undefined

/** Whether `NODE_ENV` is anything but `production`. A runtime without `process` does not tell, and counts as production. */
export function isDevelopmentProcess(): boolean {
  if (typeof process !== 'object' || typeof process.env !== 'object') return false
  return process.env.NODE_ENV !== 'production'
}
