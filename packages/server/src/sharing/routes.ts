import {
  INVITATION_FILTERS,
  type InvitationView,
  type RemindResponse,
  type ShareResponse,
} from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Connections } from '../connections/connections.ts'
import { requirePermission } from '../http/authorize.ts'
import { readLimit } from '../http/body.ts'
import { remindRequest, shareRequest } from '../http/requests.ts'
import { type Route, type User, userRoute } from '../http/route.ts'
import { requireTrustedUrl } from '../invitations/create-invitation.ts'
import type { Log } from '../lib/log.ts'
import { invalidRequest } from '../lib/nectar-connect-error.ts'
import { readId } from '../lib/values.ts'
import { nectarDeadline, withDeadline } from '../lib/with-deadline.ts'
import type { RemindInvitation } from './remind-invitation.ts'
import type { ShareInvitation } from './share-invitation.ts'
import type { SharedInvitation } from './share-sender.ts'
import { type SharedList, viewShared } from './shared-list.ts'

interface SharingRoutesDeps extends Pick<Core, 'clock' | 'settings' | 'timers'> {
  connections: Connections
  remindInvitation: RemindInvitation
  sharedList: SharedList
  shareInvitation: ShareInvitation
}

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
    return { shared, invitation, url: requireTrustedUrl(shared.invitation, settings) }
  }

  /** An invitation in a mail to one address, or as a link for whoever has it. */
  const share = userRoute('POST', '/invitations/shared', ['invite'], async ({ log, user, readBody }) => {
    const request = await readBody(shareRequest)
    if (request.to === null) requirePermission(settings.sharing.allowLinks, user)
    const { idempotencyKey, kind, to, input, note = null, language = 'en' } = request
    const prefill = request.kind === 'contributor' ? request.prefill : undefined
    const connectionId = request.kind === 'reconnect' ? request.connectionId.toLowerCase() : null
    const asked = { user, kind, connectionId, to, input, prefill, note, language, idempotencyKey }
    const { shared, ...made } = await answer(deps.shareInvitation(asked, log), user, log)
    return { ...made, outcome: shared.outcome } satisfies ShareResponse
  })

  /** Colleagues' invitations, newest first. */
  const list = userRoute('GET', '/invitations/shared', ['view'], async ({ log, request, user }) => {
    const query = new URL(request.url).searchParams
    const readFilter = (text: string) => INVITATION_FILTERS.find((filter) => filter === text) ?? null
    return sharedList.read(
      user,
      {
        filter: readOptional('filter', query, readFilter),
        after: readOptional('after', query, readId),
        limit: readLimit(request, 20, 50),
      },
      log,
    )
  })

  /** Sends a mail again, with the link from before or a fresh one; answers the link of one that was copied. */
  const remind = userRoute(
    'POST',
    '/invitations/:id/remind',
    ['invite'],
    async ({ log, user, id, readBody }) => {
      const { idempotencyKey, note = null, language = null } = await readBody(remindRequest)
      const reminder = { user, invitationId: id, idempotencyKey, note, language }
      const { shared, ...reminded } = await answer(deps.remindInvitation(reminder, log), user, log)
      return { ...reminded, link: shared.link } satisfies RemindResponse
    },
  )

  return [share, list, remind]
}

function readOptional<T>(name: string, query: URLSearchParams, read: (text: string) => T | null): T | null {
  const text = query.get(name)
  if (text === null) return null
  const value = read(text)
  if (value !== null) return value
  throw invalidRequest(name, 'Expected one of the documented values, or none.')
}
