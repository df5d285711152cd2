import * as check from './check.ts'
import type { Prefill } from './prefill.ts'

export const INVITATION_REASONS = ['first', 'expired', 'renewal', 'retry'] as const
/** Why the browser wants an invitation: `first` for the first one of a session, else in place of the one before. */
export type InvitationReason = (typeof INVITATION_REASONS)[number]

export const INVITATION_KINDS = ['contributor', 'reconnect'] as const
/** `contributor` makes a new connection; `reconnect` mends one. */
export type InvitationKind = (typeof INVITATION_KINDS)[number]

/** A site that a connection or an invitation is for. */
export interface SiteView {
  id: string
  /** Null where the host's server could not look it up. */
  name: string | null
}

export const siteView: check.Check<SiteView> = check.object<SiteView>({
  id: check.uuid,
  name: check.nullable(check.string),
})

/** How an invitation came to somebody else. */
export interface SharingDetails {
  /** In a mail to one address, or as a link for whoever has it. */
  via: 'email' | 'link'
  /** Who sent the mail; null for a link, and where nobody kept it. */
  mail: 'nectar' | 'host' | null
  /** The only address that may use it; null: anyone with the link. */
  to: string | null
  /** Null where nobody kept it. */
  invitedBy: { name: string | null; isYou: boolean } | null
  /** ISO 8601, UTC. */
  sentAt: string | null
  /** When the latest reminder went out, ISO 8601, UTC. */
  remindedAt: string | null
}

const sharing: check.Check<SharingDetails> = check.object<SharingDetails>({
  via: check.oneOfOr(['email', 'link'], 'email'),
  mail: check.oneOfOr(['nectar', 'host'], null),
  to: check.nullable(check.string),
  invitedBy: check.nullable(check.object({ name: check.nullable(check.string), isYou: check.boolean })),
  sentAt: check.nullable(check.string),
  remindedAt: check.nullable(check.string),
})

/** What a contributor invitation made. */
export interface CreatedConnection {
  id: string
  providerName: string | null
  status: string | null
}

/** An invitation as a browser may see it: neither token nor URL. */
export interface InvitationView {
  id: string
  kind: InvitationKind
  /** ACTIVE, EXPIRED, REVOKED or FULFILLED; a value that is not known here is kept. */
  status: string
  /** Milliseconds left on Nectar's clock when the answer was made; null: it never expires. */
  expiresInMs: number | null
  createdAt: string | null
  useCount: number
  /** Null: unlimited. */
  maxUses: number | null
  /** The recipient has to prove an e-mail address first. */
  requiresEmail: boolean
  /** The connection that a reconnect invitation mends. */
  connectionId: string | null
  /** Whether somebody looked at the page; null where Nectar does not say. */
  opened: boolean | null
  /** When somebody looked first, ISO 8601, UTC. */
  openedAt: string | null
  /** When it was used last, ISO 8601, UTC. */
  usedAt: string | null
  /** The sites that it is for, where it says so. */
  sites: SiteView[]
  /** Null: it was made for the person who opened the widget. */
  sharing: SharingDetails | null
  /** What a contributor invitation made so far; always empty for reconnect. */
  createdConnections: CreatedConnection[]
}

const FIELDS: check.FieldChecks<InvitationView> = {
  id: check.uuid,
  kind: check.oneOf(INVITATION_KINDS),
  status: check.string,
  expiresInMs: check.nullable(check.number),
  createdAt: check.nullable(check.string),
  useCount: check.number,
  maxUses: check.nullable(check.number),
  requiresEmail: check.boolean,
  connectionId: check.nullable(check.uuid),
  opened: check.nullable(check.boolean),
  openedAt: check.nullable(check.string),
  usedAt: check.nullable(check.string),
  sites: check.array(siteView),
  sharing: check.nullable(sharing),
  createdConnections: check.array(
    check.object({
      id: check.uuid,
      providerName: check.nullable(check.string),
      status: check.nullable(check.string),
    }),
  ),
}

export const invitationView: check.Check<InvitationView> = check.object<InvitationView>(FIELDS)

/** Answer of `POST /invitations`: the one place where the URL, a bearer secret, reaches a browser. */
export interface CreatedInvitation extends InvitationView {
  url: string
  /** What of the prefill is not filled in, each with its fix. From development servers only. */
  setupProblems?: string[] | undefined
}

export const createdInvitation: check.Check<CreatedInvitation> = check.object<CreatedInvitation>({
  ...FIELDS,
  url: check.url('https:', 'http:'),
  setupProblems: check.optional(check.array(check.string)),
})

/** Which connection an invitation is to make or to mend, and the host's own data, which its schema checks. */
export type InvitationFor =
  | { kind: 'contributor'; input?: Record<string, unknown> | undefined; prefill?: Prefill | undefined }
  | { kind: 'reconnect'; connectionId: string; input?: Record<string, unknown> | undefined }

/** Body of `POST /invitations`. Repeated with the same `idempotencyKey`, it answers the same invitation. */
export type CreateInvitationRequest = InvitationFor & { idempotencyKey: string; reason: InvitationReason }
