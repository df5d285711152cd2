import type { Core } from '../app/core.ts'
import { askHost } from '../lib/nectar-connect-error.ts'
import { createSingleFlightCache } from '../lib/shared-work.ts'
import { watchVariable } from '../settings/secrets.ts'
import { readWebhookSecrets, type WebhookSecrets } from './verify-signature.ts'

/** How long what a function answered is used, in milliseconds: anybody can post, and a secret store counts its reads. */
const KEPT_MS = 60_000
const NO_SECRET =
  'There is no "webhookSecret", so pages poll for changes. Set NECTAR_WEBHOOK_SECRET and pass createNectarConnect({ webhookSecret: process.env.NECTAR_WEBHOOK_SECRET, … }) to show them at once.'

/**
 * The signing secrets of webhooks: those of the options, or what the function of the host answers, for a minute each time.
 * What is wrong with those of the options is logged at once.
 *
 * @param afterRead Told every secret, to keep it out of logs.
 */
export function createSecrets(
  { log, now, options, settings }: Pick<Core, 'log' | 'now' | 'options' | 'settings'>,
  afterRead: (secret: string) => void,
): { isConfigured: boolean; read: () => Promise<WebhookSecrets> } {
  const { webhookSecret: source } = options
  if (typeof source === 'function') {
    const kept = createSingleFlightCache<WebhookSecrets>(KEPT_MS, now)
    const read = async () => {
      const remedy =
        'The "webhookSecret" function threw. Return the signing secret (whsec_…), or a list of them.'
      return readFrom(await askHost<unknown>(source, remedy), afterRead)
    }
    return { isConfigured: true, read: () => kept.get('', read) }
  }
  const secrets = readFrom(source, afterRead)
  secrets.faults.push(...settings.faults.filter((fault) => fault.startsWith('"webhookSecret"')))
  for (const fault of secrets.faults) log.once('error', fault, {})
  const isLeftOut = secrets.all.length + secrets.faults.length + settings.faults.length === 0
  if (isLeftOut) log.once('info', NO_SECRET, {})
  const findLate = watchVariable('webhookSecret')
  const read = async () => {
    const late = isLeftOut ? findLate() : null
    return late === null ? secrets : { ...secrets, faults: [late] }
  }
  return { isConfigured: secrets.all.length > 0, read }
}

function readFrom(given: unknown, afterRead: (secret: string) => void): WebhookSecrets {
  const texts = [given].flat().filter((secret) => typeof secret === 'string')
  // A secret pasted into a secret store often brings its line break along.
  const secrets = texts.map((secret) => secret.trim()).filter((secret) => secret !== '')
  for (const secret of secrets) afterRead(secret)
  return readWebhookSecrets(secrets)
}
