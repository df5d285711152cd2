import { NectarConnectError } from '../nectar-connect-error.ts'
import type { Route } from '../pipeline/route.ts'

const WITHOUT_SECRET =
  'A webhook came, but "webhookSecret" is missing. Copy the signing secret (whsec_…) of the endpoint from the Svix portal, set NECTAR_WEBHOOK_SECRET and pass createNectarConnect({ webhookSecret: process.env.NECTAR_WEBHOOK_SECRET, … }).'
const WITH_SECRET =
  'A webhook came, but this version does not receive webhooks. Connections are read from Nectar when asked for.'

/** Deliveries of Nectar's webhooks: not taken yet, and said so, so that Svix tries again later. */
export const receiveWebhook: Route = {
  method: 'POST',
  path: '/webhooks',
  access: 'signature',
  async run({ services, log }) {
    log.once('warn', services.settings.webhookSecrets.length === 0 ? WITHOUT_SECRET : WITH_SECRET, {})
    throw new NectarConnectError('not_implemented')
  },
}
