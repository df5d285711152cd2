import type { Route } from '../http/route.ts'
import { type DeliveryDeps, receiveDelivery } from './receive-delivery.ts'

/** Where Nectar's webhooks come in. */
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
