import * as z from 'zod/mini'
import { uuid } from '../uuid.ts'

/** Why the browser wants an invitation. */
export const invitationReason = z.enum(['open', 'expired', 'renew', 'retry'])
export type InvitationReason = z.output<typeof invitationReason>

const common = {
  /** Names one wish for an invitation: repeating it answers the same invitation, so a repeated call mints once. */
  attemptId: uuid,
  reason: invitationReason,
  /** The host's own data, validated by the host's schema before its policy sees it. */
  input: z.optional(z.record(z.string(), z.unknown())),
}

/** Body of `POST /invitations`. Unknown fields are refused. */
export const createInvitationRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contributor'), ...common }),
  z.strictObject({ kind: z.literal('reconnect'), connectionId: uuid, ...common }),
])
export type CreateInvitationRequest = z.output<typeof createInvitationRequest>

export const invitationKind = z.enum(['contributor', 'reconnect'])
export type InvitationKind = z.output<typeof invitationKind>

/** An invitation as a browser may see it: neither token nor URL. */
export const invitationView = z.object({
  id: uuid,
  kind: invitationKind,
  /** ACTIVE, EXPIRED, REVOKED or FULFILLED; a value that we do not know yet is kept. */
  status: z.string(),
  /** Milliseconds left on Nectar's clock when the answer was made; null: it never expires. */
  expiresInMs: z.nullable(z.number()),
  createdAt: z.nullable(z.string()),
  useCount: z.number(),
  /** Null: unlimited. */
  maxUses: z.nullable(z.number()),
  /** The recipient has to prove an e-mail address first. */
  requiresEmail: z.boolean(),
  /** The connection that a reconnect invitation mends. */
  connectionId: z.nullable(uuid),
  /** Whether somebody looked at the page; null where Nectar does not say. */
  opened: z.nullable(z.boolean()),
  /** What a contributor invitation made so far; always empty for reconnect. */
  createdConnections: z.array(
    z.object({ id: uuid, providerName: z.nullable(z.string()), status: z.nullable(z.string()) }),
  ),
})
export type InvitationView = z.output<typeof invitationView>

/** Answer of `POST /invitations`: the one place where the URL, a bearer secret, reaches a browser. */
export const invitationTicket = z.extend(invitationView, { url: z.url({ protocol: /^https?$/ }) })
export type InvitationTicket = z.output<typeof invitationTicket>

/** Answer of `GET /invitations`, newest first. */
export const invitationsResponse = z.object({ invitations: z.array(invitationView) })
export type InvitationsResponse = z.output<typeof invitationsResponse>
