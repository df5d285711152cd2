import { type CreatedInvitation, getInvitationStage } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import { requirePermission } from '../http/authorize.ts'
import { createInvitationRequest } from '../http/requests.ts'
import { type Route, userRoute } from '../http/route.ts'
import { digest } from '../lib/values.ts'
import { requireOwnInvitation } from '../nectar/nectar-client.ts'
import type { SharedList } from '../sharing/shared-list.ts'
import type { WebhookTrust } from '../webhooks/webhook-trust.ts'
import { type CreateInvitation, requireTrustedUrl } from './create-invitation.ts'
import type { IdempotentCreates } from './idempotent-creates.ts'
import { viewInvitation } from './invitation-view.ts'
import { readInput } from './policy.ts'
import { readPagePrefill } from './prefill.ts'
import type { RevokeInvitation } from './revoke-invitation.ts'

interface InvitationRoutesDeps extends Pick<Core, 'client' | 'clock' | 'options' | 'settings'> {
  createInvitation: CreateInvitation
  idempotentCreates: IdempotentCreates
  revokeInvitation: RevokeInvitation
  sharedList: SharedList
  webhookTrust: WebhookTrust
}

export function invitationRoutes(deps: InvitationRoutesDeps): Route[] {
  const { client, clock, idempotentCreates, settings, sharedList } = deps

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
        const given = request.kind === 'contributor' ? request.prefill : undefined
        const { prefill, problems } = await readPagePrefill(deps, companyId, given, log)
        const { idempotencyKey, ...asked } = request
        const invitation = await idempotentCreates.fulfill(
          { companyId, userId, idempotencyKey: idempotencyKey.toLowerCase(), digest: await digest(asked) },
          (onSend) =>
            deps.createInvitation({ user: { companyId, userId }, request, input, prefill }, log, onSend),
        )
        const url = requireTrustedUrl(invitation, settings)
        const view = { ...viewInvitation(invitation, [], clock), url }
        const isTold = settings.isDevelopment && problems.length > 0
        return { ...view, ...(isTold ? { setupProblems: problems } : {}) } satisfies CreatedInvitation
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
    // Revokes an invitation and what replaced it. Users may revoke what this process made for them, since closing a
    // session does so, and links that they sent; anything else needs the right `revoke`.
    userRoute(
      'POST',
      '/invitations/:id/revoke',
      ['revoke', 'connect', 'reconnect', 'invite'],
      async ({ log, user, id, readNoBody }) => {
        await readNoBody()
        const { invitation, audit } = await deps.revokeInvitation(user.companyId, id, log, (entry) => {
          const isOwn = idempotentCreates.wasCreatedBy(user, id) || entry?.invitedBy.userId === user.userId
          requirePermission(user.permissions.revoke || isOwn, user)
        })
        return viewInvitation(invitation, audit, clock)
      },
    ),
  ]
}
