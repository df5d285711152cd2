import { findNearestName } from '@nectar-connect/contract/wire'
import type { NectarConnectOptions, SharingOptions } from './options.ts'

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
