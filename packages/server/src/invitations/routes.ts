import type { NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import { type CreatedInvitation, getInvitationStage } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import { requirePermission } from '../http/authorize.ts'
import { createInvitationRequest } from '../http/requests.ts'
import { type Route, userRoute } from '../http/route.ts'
import type { Log } from '../lib/log.ts'
import { digest } from '../lib/values.ts'
import { requireOwnInvitation } from '../nectar/nectar-client.ts'
import type { InvitationWatch } from '../sharing/invitation-watch.ts'
import type { SharedList } from '../sharing/shared-list.ts'
import type { InvitationEntry } from '../stores/connect-store.ts'
import type { WebhookTrust } from '../webhooks/webhook-trust.ts'
import { type CreateInvitation, requireTrustedUrl } from './create-invitation.ts'
import type { IdempotentCreates } from './idempotent-creates.ts'
import { viewInvitation } from './invitation-view.ts'
import { readInput } from './policy.ts'

interface InvitationRoutesDeps extends Core {
  createInvitation: CreateInvitation
  idempotentCreates: IdempotentCreates
  invitationWatch: InvitationWatch
  sharedList: SharedList
  webhookTrust: WebhookTrust
}

/** Invitations, one by one. */
export function invitationRoutes(deps: InvitationRoutesDeps): Route[] {
  const { client, clock, settings, store } = deps
  const { idempotentCreates, invitationWatch, sharedList } = deps

  /** An invitation that is over need not be revoked, and Nectar's answer to that is not documented. */
  async function revokeOpen(
    own: NectarInvitationDetail,
    entry: InvitationEntry | null,
    log: Log,
  ): Promise<NectarInvitationDetail> {
    const { id, status } = own.invitation
    if (status !== 'ACTIVE') return own
    await client.revokeInvitation(id, log)
    log.info('An invitation was revoked.', { invitationId: id })
    const detail = await client.getInvitation(id, log)
    idempotentCreates.refresh(detail.invitation)
    if (entry !== null) await invitationWatch.record(entry, detail, log)
    return detail
  }

  /** A reminder may replace it at this very moment, so the entries are read again, until the current one is revoked. */
  async function revokeReplacements(
    { companyId, invitationId, shareId }: InvitationEntry,
    log: Log,
  ): Promise<void> {
    const revoked = new Set([invitationId])
    for (;;) {
      const current = (await store.listInvitations(companyId)).find((entry) => entry.shareId === shareId)
      if (current === undefined || revoked.has(current.invitationId)) return
      await revokeOpen(await client.getInvitation(current.invitationId, log), current, log)
      revoked.add(current.invitationId)
    }
  }

  return [
    // Creates an invitation, or answers the one that this key created before. The only answer with a URL in it.
    userRoute(
      'POST',
      '/invitations',
      ['connect', 'reconnect'],
      async ({ log, user: { companyId, userId, ...user }, readBody }) => {
        const request = await readBody(createInvitationRequest)
        const { connect, reconnect } = user.permissions
        requirePermission(request.kind === 'contributor' ? connect : reconnect, user)
        const input = await readInput(deps.options.inputSchema, request.input)
        const { idempotencyKey, ...asked } = request
        const invitation = await idempotentCreates.fulfill(
          { companyId, userId, idempotencyKey: idempotencyKey.toLowerCase(), digest: await digest(asked) },
          (onSend) => deps.createInvitation({ user: { companyId, userId }, request, input }, log, onSend),
        )
        const url = requireTrustedUrl(invitation, settings)
        return { ...viewInvitation(invitation, [], clock), url } satisfies CreatedInvitation
      },
    ),
    // One invitation: the proof of how it was used.
    userRoute('GET', '/invitations/:id', ['view'], async ({ log, user: { companyId }, id }) => {
      const { invitation, audit } = await requireOwnInvitation(client, companyId, id, log)
      idempotentCreates.refresh(invitation)
      sharedList.note(companyId, { invitation, audit }, log)
      const view = viewInvitation(invitation, audit, clock)
      if (getInvitationStage(view) === 'received') deps.webhookTrust.submitted(companyId, invitation.id)
      return view
    }),
    // Revokes an invitation and what replaced it, and answers its new state. Closing a session revokes what it did not
    // use, so users who may connect or reconnect may also revoke what this process made for them; users who asked a
    // colleague may revoke that link; anything else needs the right `revoke`.
    userRoute(
      'POST',
      '/invitations/:id/revoke',
      ['revoke', 'connect', 'reconnect', 'invite'],
      async ({ log, user, id, readNoBody }) => {
        const { companyId } = user
        await readNoBody()
        const own = await requireOwnInvitation(client, companyId, id, log)
        const entry = await store.findInvitation(companyId, id)
        const isOwn = idempotentCreates.wasCreatedBy(user, id) || entry?.invitedBy.userId === user.userId
        requirePermission(user.permissions.revoke || isOwn, user)
        const { invitation, audit } = await revokeOpen(own, entry, log)
        if (entry !== null) await revokeReplacements(entry, log)
        sharedList.invalidate(companyId)
        return viewInvitation(invitation, audit, clock)
      },
    ),
  ]
}
