import { type HealthResponse, PROTOCOL_VERSION } from '@nectar-connect/contract'
import type { Route } from '../pipeline/route.ts'

/** Liveness. Says nothing about anybody, so that it needs no session. */
export const getHealth: Route = {
  method: 'GET',
  path: '/health',
  access: 'public',
  async run() {
    return {
      status: 'ok',
      protocol: PROTOCOL_VERSION,
      // Whatever secret is set: no delivery is accepted yet.
      webhooks: 'not_configured',
      lastWebhookAt: null,
    } satisfies HealthResponse
  },
}
