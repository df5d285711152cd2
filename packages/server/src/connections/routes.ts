import type { ConnectionsResponse } from '@nectar-connect/contract/wire'
import type { Route } from '../http/route.ts'
import type { Settings } from '../settings/settings.ts'
import { sharingPolicyFor } from '../settings/sharing-settings.ts'
import type { WebhookTrust } from '../webhooks/webhook-trust.ts'
import type { Connections } from './connections.ts'

/** The connections of the company, as they are now. */
export function connectionRoutes({
  connections,
  settings,
  webhookTrust,
}: {
  connections: Pick<Connections, 'list' | 'get'>
  settings: Pick<Settings, 'hostedOrigin' | 'sharing'>
  webhookTrust: Pick<WebhookTrust, 'live'>
}): Route[] {
  return [
    // All of them, and what the caller may do with them.
    {
      method: 'GET',
      path: '/connections',
      access: 'caller',
      may: (can) => can.view,
      async run({ log, caller }) {
        const { companyId, permissions, administratorNames } = caller
        const all = await connections.list(companyId, log)
        return {
          connections: all,
          permissions,
          administratorNames,
          hostedOrigin: settings.hostedOrigin,
          liveUpdates: webhookTrust.live(companyId),
          sharing: sharingPolicyFor(settings.sharing, caller),
        } satisfies ConnectionsResponse
      },
    },
    {
      method: 'GET',
      path: '/connections/:id',
      access: 'caller',
      may: (can) => can.view,
      run: ({ log, caller, id }) => connections.get(caller.companyId, id, log),
    },
  ]
}
