import { type InvitationTicket, trustedInvitationUrl } from '@nectar-connect/contract/wire'
import { requirePermission } from '../../http/authorize-request.ts'
import { shareLinkRequest } from '../../http/requests.ts'
import type { Route } from '../../http/route.ts'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'
import { withinLimit } from '../../lib/within-limit.ts'
import { shareInvitation } from '../share-invitation.ts'
import { viewShared } from '../view-shared.ts'

/** A link for whoever has it. */
export const shareLink: Route = {
  method: 'POST',
  path: '/invitations/shared/link',
  access: 'caller',
  may: (can) => can.invite,
  async run({ services, log, caller, readBody }) {
    const { attemptId, kind, input, ...rest } = await readBody(shareLinkRequest)
    const { settings, connections, clock, sharedList } = services
    if (!settings.sharing.links) requirePermission(false, caller)
    const connectionId = 'connectionId' in rest ? rest.connectionId.toLowerCase() : null
    const wish = {
      caller,
      kind,
      connectionId,
      input,
      attemptId,
      language: 'en',
      note: null,
      to: null,
    } as const
    const { invitation, entry } = await withinLimit(services, shareInvitation(wish, services, log))
    sharedList.drop(caller.companyId)
    const url = trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin)
    if (url === null) throw new NectarConnectError('invitation_url_untrusted')
    const siteNames = await connections.siteNames(caller.companyId, log)
    const view = viewShared({ invitation, audit: [] }, entry, caller.userId, { clock, siteNames })
    return { ...view, url } satisfies InvitationTicket
  },
}
