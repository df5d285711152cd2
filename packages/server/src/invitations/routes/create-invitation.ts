import { type InvitationTicket, trustedInvitationUrl } from '@nectar-connect/contract/wire'
import { requirePermission } from '../../http/authorize-request.ts'
import { createInvitationRequest } from '../../http/requests.ts'
import type { Route } from '../../http/route.ts'
import { digest } from '../../lib/digest.ts'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'
import { createInvitation as create } from '../create-invitation.ts'
import { viewInvitation } from '../invitation-view.ts'
import { readInput } from '../read-input.ts'

/** Makes an invitation, or answers the one that this attempt made before. The only answer with a URL in it. */
export const createInvitation: Route = {
  method: 'POST',
  path: '/invitations',
  access: 'caller',
  may: (can) => can.connect || can.reconnect,
  async run({ services, log, caller, readBody }) {
    const request = await readBody(createInvitationRequest)
    const { companyId, userId, can } = caller
    requirePermission(request.kind === 'contributor' ? can.connect : can.reconnect, caller)
    const input = await readInput(services.inputSchema, request.input)
    const { attemptId, ...wish } = request
    const invitation = await services.attempts.fulfil(
      { companyId, userId, attemptId: attemptId.toLowerCase(), digest: await digest(wish) },
      (onSend) => create({ caller: { companyId, userId }, request, input }, services, log, onSend),
    )
    const url = trustedInvitationUrl(invitation.invitationUrl, services.settings.hostedOrigin)
    if (url === null) throw new NectarConnectError('invitation_url_untrusted')
    return { ...viewInvitation(invitation, [], services.clock), url } satisfies InvitationTicket
  },
}
