import { type HealthResponse, PROTOCOL_VERSION } from '@nectar-connect/contract/wire'
import type { Route } from '../http/route.ts'

/** Liveness. Says nothing about anybody, so that it needs no session. */
export const getHealth: Route = {
  method: 'GET',
  path: '/health',
  access: 'public',
  async run({ services: { signers, deliveries, webhookTrust } }) {
    return {
      status: 'ok',
      protocol: PROTOCOL_VERSION,
      webhooks:
        signers.all.length === 0 ? 'not_configured' : webhookTrust.hasArrived() ? 'arriving' : 'none_yet',
      lastWebhookAt: deliveries.lastAcceptedAt(),
    } satisfies HealthResponse
  },
}
