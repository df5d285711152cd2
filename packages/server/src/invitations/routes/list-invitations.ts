import { isSameId } from '@nectar-connect/contract/nectar'
import type { InvitationsResponse } from '@nectar-connect/contract/wire'
import type { Route } from '../../http/route.ts'
import { newestFirst, viewInvitation } from '../invitation-view.ts'

/** The company's invitations, newest first. */
export const listInvitations: Route = {
  method: 'GET',
  path: '/invitations',
  access: 'caller',
  may: (can) => can.view,
  async run({ services, log, caller }) {
    const invitations = await services.client.listInvitations(caller.companyId, log)
    const own = invitations.filter(
      ({ companyId }) => companyId === null || isSameId(companyId, caller.companyId),
    )
    return {
      invitations: newestFirst(own).map((invitation) => viewInvitation(invitation, [], services.clock)),
    } satisfies InvitationsResponse
  },
}
