import { sharedStage } from '@nectar-connect/contract'
import { viewInvitation } from '../invitations/invitation-view.ts'
import { requireOwnInvitation } from '../invitations/require-own-invitation.ts'
import type { Route } from '../pipeline/route.ts'

/** One invitation: the proof of what became of it. */
export const getInvitation: Route = {
  method: 'GET',
  path: '/invitations/:id',
  access: 'caller',
  may: (can) => can.view,
  async run({ services, log, caller, id }) {
    const { invitation, audit } = await requireOwnInvitation(services.client, caller.companyId, id, log)
    services.attempts.refresh(invitation)
    services.sharedList.note(caller.companyId, { invitation, audit }, log)
    const view = viewInvitation(invitation, audit, services.clock)
    if (sharedStage(view) === 'received') services.webhookTrust.submitted(caller.companyId, invitation.id)
    return view
  },
}
