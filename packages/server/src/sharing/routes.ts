import type { NectarInvitation } from '@nectar-connect/contract/nectar'
import {
  INVITATION_FILTERS,
  type InvitationView,
  type RemindResponse,
  type ShareResponse,
  trustedInvitationUrl,
} from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Connections } from '../connections/connections.ts'
import { requirePermission } from '../http/authorize.ts'
import { readLimit } from '../http/body.ts'
import { remindRequest, shareRequest } from '../http/requests.ts'
import type { Route, User } from '../http/route.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { readId } from '../lib/values.ts'
import { nectarDeadline, withDeadline } from '../lib/with-deadline.ts'
import type { RemindInvitation } from './remind-invitation.ts'
import type { ShareInvitation } from './share-invitation.ts'
import type { SharedInvitation } from './share-sender.ts'
import { type SharedList, viewShared } from './shared-list.ts'

interface SharingRoutesDeps extends Core {
  connections: Connections
  remindInvitation: RemindInvitation
  sharedList: SharedList
  shareInvitation: ShareInvitation
}

/** Routes for asking colleagues. */
export function sharingRoutes(deps: SharingRoutesDeps): Route[] {
  const { clock, connections, settings, sharedList } = deps

  /** What a browser may see of the invitation that this makes or reads; the link with it where one is copied. */
  const answer = async <Shared extends SharedInvitation>(
    work: Promise<Shared>,
    user: User,
    log: Log,
  ): Promise<{ shared: Shared; invitation: InvitationView; url?: string }> => {
    const shared = await withDeadline(work, nectarDeadline(deps.timers, settings.timeoutMs))
    sharedList.invalidate(user.companyId)
    const siteNames = await connections.siteNames(user.companyId, log)
    const detail = { invitation: shared.invitation, audit: [] }
    const invitation = viewShared(detail, shared.entry, user.userId, { clock, siteNames })
    if (invitation.sharing?.via !== 'link') return { shared, invitation }
    return { shared, invitation, url: urlOf(shared.invitation) }
  }

  const urlOf = ({ invitationUrl }: NectarInvitation): string => {
    const url = trustedInvitationUrl(invitationUrl, settings.hostedOrigin)
    if (url === null) throw new NectarConnectError('invitation_url_untrusted')
    return url
  }

  /** An invitation in a mail to one address, or as a link for whoever has it. */
  const share: Route = {
    method: 'POST',
    path: '/invitations/shared',
    access: 'user',
    permissions: ['invite'],
    async run({ log, user, readBody }) {
      const request = await readBody(shareRequest)
      if (request.to === null) requirePermission(settings.sharing.allowLinks, user)
      const { idempotencyKey, kind, to, input, note = null, language = 'en' } = request
      const connectionId = request.kind === 'reconnect' ? request.connectionId.toLowerCase() : null
      const asked = { user, kind, connectionId, to, input, note, language, idempotencyKey }
      const { shared, ...made } = await answer(deps.shareInvitation(asked, log), user, log)
      return { ...made, outcome: shared.outcome } satisfies ShareResponse
    },
  }

  /** Colleagues' invitations, newest first. */
  const list: Route = {
    method: 'GET',
    path: '/invitations/shared',
    access: 'user',
    permissions: ['view'],
    async run({ log, request, user }) {
      const query = new URL(request.url).searchParams
      const readFilter = (text: string) => INVITATION_FILTERS.find((filter) => filter === text) ?? null
      return sharedList.read(
        user,
        {
          filter: readOptional('filter', query, readFilter),
          after: readOptional('after', query, readId),
          limit: readLimit(query.get('limit'), { standard: 20, most: 50 }),
        },
        log,
      )
    },
  }

  /** Sends a mail again, with the link from before or a fresh one; answers the link of one that was copied. */
  const remind: Route = {
    method: 'POST',
    path: '/invitations/:id/remind',
    access: 'user',
    permissions: ['invite'],
    async run({ log, user, id, readBody }) {
      const { idempotencyKey, note = null, language = null } = await readBody(remindRequest)
      const reminder = { user, invitationId: id, idempotencyKey, note, language }
      const { shared, ...reminded } = await answer(deps.remindInvitation(reminder, log), user, log)
      return { ...reminded, link: shared.link } satisfies RemindResponse
    },
  }

  return [share, list, remind]
}

function readOptional<T>(name: string, query: URLSearchParams, read: (text: string) => T | null): T | null {
  const text = query.get(name)
  if (text === null) return null
  const value = read(text)
  if (value !== null) return value
  throw new NectarConnectError('invalid_request', {
    issues: [{ path: name, message: 'Expected one of the documented values, or none.' }],
  })
}
