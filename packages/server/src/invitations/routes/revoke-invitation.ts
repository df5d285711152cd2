import { requirePermission } from '../../http/authorize-request.ts'
import type { Route } from '../../http/route.ts'
import { viewInvitation } from '../invitation-view.ts'
import { requireOwnInvitation } from '../require-own-invitation.ts'

/**
 * Revokes an invitation, and answers what it is now. Closing a session revokes what it did not use, so that whoever
 * may connect or reconnect may also take back what this process made for them; whoever asked a colleague may withdraw
 * that link; anything else takes the right `revoke`.
 */
export const revokeInvitation: Route = {
  method: 'POST',
  path: '/invitations/:id/revoke',
  access: 'caller',
  may: (can) => can.revoke || can.connect || can.reconnect || can.invite,
  async run({ services, log, caller, id, readNoBody }) {
    await readNoBody()
    const { client, attempts, clock, invitationLog, invitationWatch } = services
    const own = await requireOwnInvitation(client, caller.companyId, id, log)
    const entry = await invitationLog.find(caller.companyId, id)
    const isOwn = attempts.wasCreatedBy(caller, id) || entry?.invitedBy.userId === caller.userId
    requirePermission(caller.can.revoke || isOwn, caller)
    // One that is over needs no revoking, and how Nectar answers that is not documented.
    if (own.invitation.status !== 'ACTIVE') return viewInvitation(own.invitation, own.audit, clock)
    await client.revokeInvitation(id, log)
    log.info('An invitation was revoked.', { invitationId: id })
    const detail = await client.getInvitation(id, log)
    attempts.refresh(detail.invitation)
    services.sharedList.drop(caller.companyId)
    if (entry !== null) await invitationWatch.note(entry, detail, log)
    return viewInvitation(detail.invitation, detail.audit, clock)
  },
}
