import type { ConnectionsResponse } from '@nectar-connect/contract/wire'
import type { Route } from '../../http/route.ts'
import { sharingTerms } from '../../settings/sharing-settings.ts'

/** All connections of the company, and what the caller may do with them. */
export const listConnections: Route = {
  method: 'GET',
  path: '/connections',
  access: 'caller',
  may: (can) => can.view,
  async run({ services, log, caller }) {
    const { companyId, can, administrators } = caller
    const connections = await services.connections.list(companyId, log)
    const { hostedOrigin } = services.settings
    const live = services.webhookTrust.live(companyId)
    const sharing = sharingTerms(services.settings.sharing, caller)
    return { connections, can, administrators, hostedOrigin, live, sharing } satisfies ConnectionsResponse
  },
}
