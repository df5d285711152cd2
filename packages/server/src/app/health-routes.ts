import { type HealthResponse, PROTOCOL_VERSION } from '@nectar-connect/contract/wire'
import type { Route } from '../http/route.ts'
import type { Deliveries } from '../webhooks/deliveries.ts'
import type { WebhookSecrets } from '../webhooks/webhook-secrets.ts'
import type { WebhookTrust } from '../webhooks/webhook-trust.ts'

/** Liveness. Says nothing about any user, so it needs no session. */
export function healthRoutes({
  deliveries,
  secrets,
  webhookTrust,
}: {
  deliveries: Pick<Deliveries, 'lastAcceptedAt'>
  secrets: WebhookSecrets
  webhookTrust: Pick<WebhookTrust, 'hasArrived'>
}): Route[] {
  return [
    {
      method: 'GET',
      path: '/health',
      access: 'public',
      async run() {
        return {
          status: 'ok',
          protocol: PROTOCOL_VERSION,
          webhooks:
            secrets.all.length === 0 ? 'not_configured' : webhookTrust.hasArrived() ? 'arriving' : 'none_yet',
          lastWebhookAt: deliveries.lastAcceptedAt(),
        } satisfies HealthResponse
      },
    },
  ]
}
