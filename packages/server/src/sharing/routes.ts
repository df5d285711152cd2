import type { NectarInvitation } from '@nectar-connect/contract/nectar'
import {
  type CreatedInvitation,
  ERRORS,
  INVITATION_FILTERS,
  type InvitationView,
  type MailPreview,
  type RemindResponse,
  type ShareInvitationsResponse,
  type ShareResult,
  trustedInvitationUrl,
} from '@nectar-connect/contract/wire'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { Connections } from '../connections/connections.ts'
import { requirePermission } from '../http/authorize.ts'
import { readLimit } from '../http/body.ts'
import {
  previewMailRequest,
  remindRequest,
  shareInvitationsRequest,
  shareLinkRequest,
} from '../http/requests.ts'
import type { Route, User } from '../http/route.ts'
import { readInput } from '../invitations/policy.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { readId } from '../lib/values.ts'
import type { Timers } from '../lib/with-deadline.ts'
import { nectarDeadline, withDeadline } from '../lib/with-deadline.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import { requireOwnConnection } from '../nectar/ownership.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { Settings } from '../settings/settings.ts'
import type { SharedList } from './list-shared.ts'
import type { Mailer } from './mailer.ts'
import type { RemindInvitation } from './remind-invitation.ts'
import type { ShareInvitation } from './share-invitation.ts'
import type { SharedInvitation } from './share-sender.ts'
import { viewShared } from './view-shared.ts'

interface SharingRoutesDeps {
  client: Pick<NectarClient, 'getConnection'>
  clock: NectarClock
  connections: Pick<Connections, 'siteNames'>
  inputSchema: StandardSchemaV1 | undefined
  mailer: Pick<Mailer, 'readNames' | 'preview'>
  /** Milliseconds since the epoch. */
  now: () => number
  remindInvitation: RemindInvitation
  settings: Pick<Settings, 'hostedOrigin' | 'sharing' | 'timeoutMs'>
  sharedList: Pick<SharedList, 'read' | 'invalidate'>
  shareInvitation: ShareInvitation
  timers: Timers
}

/** Routes for asking colleagues. */
export function sharingRoutes(deps: SharingRoutesDeps): Route[] {
  const { client, clock, connections, inputSchema, mailer, settings, sharedList } = deps

  const inTime = <T>(work: Promise<T>) => withDeadline(work, nectarDeadline(deps.timers, settings.timeoutMs))

  const view = (
    { invitation, entry }: SharedInvitation,
    user: User,
    siteNames: ReadonlyMap<string, string>,
  ): InvitationView => viewShared({ invitation, audit: [] }, entry, user.userId, { clock, siteNames })

  const urlOf = ({ invitationUrl }: NectarInvitation): string => {
    const url = trustedInvitationUrl(invitationUrl, settings.hostedOrigin)
    if (url === null) throw new NectarConnectError('invitation_url_untrusted')
    return url
  }

  /** An invitation and a mail for each address. */
  const shareByMail: Route = {
    method: 'POST',
    path: '/invitations/shared',
    access: 'user',
    permissions: ['invite'],
    async run({ log, user, readBody }) {
      const request = await readBody(shareInvitationsRequest)
      requirePermission(user.permissions.invite, user)
      await readInput(inputSchema, request.input)
      const { idempotencyKey, kind, note = null, language = 'en', input } = request
      const connectionId = request.kind === 'reconnect' ? request.connectionId.toLowerCase() : null
      const recipients = [...new Set(request.to)]
      const siteNames = await connections.siteNames(user.companyId, log)
      const ask = async (to: string): Promise<ShareResult> => {
        const share = { user, kind, connectionId, language, note, to, input, idempotencyKey }
        const shared = await inTime(deps.shareInvitation(share, log))
        const invitation = view(shared, user, siteNames)
        return { to, outcome: shared.outcome, invitation, code: null, retryable: false }
      }
      const settled = await Promise.allSettled(recipients.map(ask))
      sharedList.invalidate(user.companyId)
      throwIfAllFailed(settled)
      return {
        results: settled.map((result, index) =>
          result.status === 'fulfilled'
            ? result.value
            : failed(String(recipients[index]), result.reason, log),
        ),
      } satisfies ShareInvitationsResponse
    },
  }

  /** A link for whoever has it. */
  const shareLink: Route = {
    method: 'POST',
    path: '/invitations/shared/link',
    access: 'user',
    permissions: ['invite'],
    async run({ log, user, readBody }) {
      const { idempotencyKey, kind, input, ...rest } = await readBody(shareLinkRequest)
      if (!settings.sharing.allowLinks) requirePermission(false, user)
      const connectionId = 'connectionId' in rest ? rest.connectionId.toLowerCase() : null
      const share = {
        user,
        kind,
        connectionId,
        input,
        idempotencyKey,
        language: 'en',
        note: null,
        to: null,
      } as const
      const shared = await inTime(deps.shareInvitation(share, log))
      sharedList.invalidate(user.companyId)
      const url = urlOf(shared.invitation)
      const siteNames = await connections.siteNames(user.companyId, log)
      return { ...view(shared, user, siteNames), url } satisfies CreatedInvitation
    },
  }

  /** The mail as a colleague would get it. Creates nothing. */
  const previewMail: Route = {
    method: 'POST',
    path: '/invitations/shared/preview',
    access: 'user',
    permissions: ['invite'],
    async run({ log, user, readBody }) {
      const { kind, note = null, language = 'en', ...rest } = await readBody(previewMailRequest)
      const { mail, expiresInSeconds } = settings.sharing
      if (mail === null) throw new NectarConnectError('not_implemented')
      if (mail === 'nectar') return { mail, subject: null, text: null, html: null } satisfies MailPreview
      const connectionId = 'connectionId' in rest ? rest.connectionId.toLowerCase() : null
      if (connectionId !== null) await requireOwnConnection(client, user.companyId, connectionId, log)
      const subject = { user, kind, connectionId, language, note }
      const names = await mailer.readNames(subject, log)
      const expiresAt = expiresInSeconds === null ? null : deps.now() + expiresInSeconds * 1000
      return { mail, ...mailer.preview(subject, names, expiresAt) } satisfies MailPreview
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
      return sharedList.read(
        user,
        {
          filter: readOptional(
            'filter',
            query,
            (text) => INVITATION_FILTERS.find((filter) => filter === text) ?? null,
          ),
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
      const { link, ...shared } = await inTime(deps.remindInvitation(reminder, log))
      sharedList.invalidate(user.companyId)
      const siteNames = await connections.siteNames(user.companyId, log)
      const invitation = view(shared, user, siteNames)
      if (invitation.sharing?.via !== 'link') return { invitation, link } satisfies RemindResponse
      return { invitation, link, url: urlOf(shared.invitation) } satisfies RemindResponse
    },
  }

  return [shareByMail, shareLink, previewMail, list, remind]
}

/** If all failed for the same reason, that is the error of the whole request. */
function throwIfAllFailed(settled: PromiseSettledResult<ShareResult>[]) {
  const [first] = settled
  if (first?.status === 'rejected' && settled.every(({ status }) => status === 'rejected')) throw first.reason
}

function failed(to: string, reason: unknown, log: Log): ShareResult {
  const code = NectarConnectError.isInstance(reason) ? reason.code : 'internal_error'
  log.error('A colleague could not be asked.', { code, cause: reason })
  return { to, outcome: 'failed', invitation: null, code, retryable: ERRORS[code].retryable }
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
