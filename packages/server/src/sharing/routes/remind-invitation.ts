import { type RemindResponse, trustedInvitationUrl } from '@nectar-connect/contract/wire'
import { remindRequest } from '../../http/requests.ts'
import type { Route } from '../../http/route.ts'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'
import { withinLimit } from '../../lib/within-limit.ts'
import { remindInvitation as remind } from '../remind-invitation.ts'
import { viewShared } from '../view-shared.ts'

/** Sends a mail again, with the link from before or a fresh one; answers the link of one that was copied. */
export const remindInvitation: Route = {
  method: 'POST',
  path: '/invitations/:id/remind',
  access: 'caller',
  may: (can) => can.invite,
  async run({ services, log, caller, id, readBody }) {
    const { attemptId, note = null, language = null } = await readBody(remindRequest)
    const { invitation, entry, link } = await withinLimit(
      services,
      remind({ caller, invitationId: id, attemptId, note, language }, services, log),
    )
    const { connections, clock, settings, sharedList } = services
    sharedList.drop(caller.companyId)
    const siteNames = await connections.siteNames(caller.companyId, log)
    const view = viewShared({ invitation, audit: [] }, entry, caller.userId, { clock, siteNames })
    if (view.sharing?.via !== 'link') return { invitation: view, link } satisfies RemindResponse
    const url = trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin)
    if (url === null) throw new NectarConnectError('invitation_url_untrusted')
    return { invitation: view, link, url } satisfies RemindResponse
  },
}
