import * as z from 'zod/mini'
import { uuid } from '../lib/uuid.ts'
import { knownOr } from './known-or.ts'
import { webAddress } from './web-address.ts'

/** Why the browser wants an invitation. */
export const invitationReason = z.enum(['open', 'expired', 'renew', 'retry'])
/** Why the browser wants an invitation: `open` for the first one of a session, else in place of the one before. */
export type InvitationReason = z.output<typeof invitationReason>

export const invitationKind = z.enum(['contributor', 'reconnect'])
/** `contributor` makes a new connection; `reconnect` mends one. */
export type InvitationKind = z.output<typeof invitationKind>

/** How an invitation came to somebody else. */
export const sharing = z.object({
  /** In a mail to one address, or as a link for whoever has it. */
  via: knownOr(['email', 'link'], 'email'),
  /** Who sent the mail; null for a link, and where nobody kept it. */
  mail: knownOr(['nectar', 'host'], null),
  /** The only address that may use it; null: anyone with the link. */
  to: z.nullable(z.string()),
  /** Null where nobody kept it. */
  invitedBy: z.nullable(z.object({ name: z.nullable(z.string()), isYou: z.boolean() })),
  /** ISO 8601, UTC. */
  sentAt: z.nullable(z.string()),
  /** When the latest reminder went out, ISO 8601, UTC. */
  remindedAt: z.nullable(z.string()),
})
/** How an invitation came to somebody else. */
export type Sharing = z.output<typeof sharing>

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
  /** When somebody looked first, ISO 8601, UTC. Missing from a server of the version before, as is what follows. */
  openedAt: z.optional(z.nullable(z.string())),
  /** When it was used last, ISO 8601, UTC. */
  usedAt: z.optional(z.nullable(z.string())),
  /** The sites that it is for, where it says so. Name null where the host's server could not look it up. */
  sites: z.optional(z.array(z.object({ id: uuid, name: z.nullable(z.string()) }))),
  /** Null: it was made for the person who opened the widget. */
  sharing: z.optional(z.nullable(sharing)),
  /** What a contributor invitation made so far; always empty for reconnect. */
  createdConnections: z.array(
    z.object({ id: uuid, providerName: z.nullable(z.string()), status: z.nullable(z.string()) }),
  ),
})
/** An invitation as a browser may see it: neither token nor URL. */
export type InvitationView = z.output<typeof invitationView>

/** Answer of `POST /invitations`: the one place where the URL, a bearer secret, reaches a browser. */
export const invitationTicket = z.extend(invitationView, { url: webAddress('https:', 'http:') })
export type InvitationTicket = z.output<typeof invitationTicket>

/** Answer of `GET /invitations`, newest first. */
export const invitationsResponse = z.object({ invitations: z.array(invitationView) })
export type InvitationsResponse = z.output<typeof invitationsResponse>
