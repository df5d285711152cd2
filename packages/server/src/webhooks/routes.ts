import type { Route } from '../http/route.ts'
import { type DeliveryDeps, receiveDelivery } from './receive-delivery.ts'

/** Receives Nectar's webhooks. */
export function webhookRoutes(deps: DeliveryDeps): Route[] {
  return [
    // Deliveries are signed by Svix.
    {
      method: 'POST',
      path: '/webhooks',
      access: 'signature',
      run: ({ log, request, runtime }) => receiveDelivery(request, runtime, deps, log),
    },
  ]
}
