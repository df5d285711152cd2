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
    // All of them, and what the user may do with them.
    {
      method: 'GET',
      path: '/connections',
      access: 'user',
      permissions: ['view'],
      async run({ log, user }) {
        const { companyId, permissions, administratorNames } = user
        const all = await connections.list(companyId, log)
        return {
          connections: all,
          permissions,
          administratorNames,
          hostedOrigin: settings.hostedOrigin,
          liveUpdates: webhookTrust.live(companyId),
          sharing: sharingPolicyFor(settings.sharing, user),
        } satisfies ConnectionsResponse
      },
    },
    {
      method: 'GET',
      path: '/connections/:id',
      access: 'user',
      permissions: ['view'],
      run: ({ log, user, id }) => connections.get(user.companyId, id, log),
    },
  ]
}
