import { sharedStage } from '@nectar-connect/contract/wire'
import type { Route } from '../../http/route.ts'
import { viewInvitation } from '../invitation-view.ts'
import { requireOwnInvitation } from '../require-own-invitation.ts'

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
