import { NECTAR_API_ORIGIN, nectarVersionPath } from '@nectar-connect/contract/nectar'
import { NECTAR_HOSTED_ORIGIN } from '@nectar-connect/contract/wire'
import { consoleLogger } from '../lib/log.ts'
import { MISSING_KEY, readOptions } from './read-options.ts'
import { isDevelopmentProcess, watchVariable } from './secrets.ts'
import { describeSharing } from './sharing-settings.ts'

/** The options, checked and with their defaults. */
export type Settings = ReturnType<typeof readSettings>

/** Reads the options. Never throws: a build runs without secrets, so that faults are reported on the first request. */
export function readSettings(given: unknown) {
  const { options, faults, givenSecrets, unknownOptions } = readOptions(given)
  const { basePath, apiVersion, nectar, publicOrigin, timeoutMs } = options
  if (options.sendInvitation !== undefined && options.sharing.sender !== undefined) {
    faults.push('"sharing.sender" says who mails without "sendInvitation". Leave one of them out.')
  }
  const findLateKey = watchVariable('apiKey')
  const isDevelopment = options.development ?? isDevelopmentProcess()
  return {
    /** As the host gave them, where they are right: for its functions. */
    options,
    /** Starts with a slash and does not end with one; empty for the root. */
    basePath,
    /** Origin and version, without a slash at the end. */
    apiBase: `${nectar.apiOrigin ?? nectar.sandbox ?? NECTAR_API_ORIGIN}${nectarVersionPath(apiVersion)}`,
    hostedOrigin: nectar.hostedOrigin ?? nectar.sandbox ?? NECTAR_HOSTED_ORIGIN,
    /** `publicOrigin` and `allowedOrigins`. */
    origins: new Set([publicOrigin ?? [], options.allowedOrigins].flat()),
    /** Keys and secrets, right or not: none of them is ever logged. */
    givenSecrets,
    exposeUsername: options.exposeUsername === true,
    sharing: describeSharing(options),
    /** Null: only on demand. */
    reconcileEveryMs: options.reconcileEveryMs ?? null,
    timeoutMs,
    /** Whether problems tell a developer what is wrong with the set-up. */
    isDevelopment,
    logger: options.logger ?? consoleLogger,
    /** What is missing or wrong, each with its fix. Nothing is answered for a user while there are any. */
    get faults() {
      return faults.map((fault) => (fault === MISSING_KEY ? (findLateKey() ?? fault) : fault))
    },
    /** While developing: options that do not exist, each with the one that was probably meant. */
    unknownOptions: isDevelopment ? unknownOptions : [],
  }
}
