import type { Route } from '../http/route.ts'
import { receiveDelivery } from './receive-delivery.ts'

/** Deliveries of Nectar's webhooks, signed by Svix. */
export const receiveWebhook: Route = {
  method: 'POST',
  path: '/webhooks',
  access: 'signature',
  run: ({ services, log, request, runtime }) => receiveDelivery(request, services, log, runtime),
}
