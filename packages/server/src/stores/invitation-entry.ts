import type { InvitationKind, InvitationStage, MailLanguage } from '@nectar-connect/contract/wire'

/** Who invited whom, and what became of it. Never the token, nor the link. */
export interface InvitationEntry {
  invitationId: string
  companyId: string
  kind: InvitationKind
  /** The connection that it mends; null for a contributor invitation. */
  connectionId: string | null
  /** In a mail to `to`, or as a link for whoever has it. */
  via: 'email' | 'link'
  /** Who sent the mail; null for a link. */
  mail: 'nectar' | 'host' | null
  /** The recipient in lower case; null for a link. */
  to: string | null
  language: MailLanguage
  /** What the host's page handed along, so that a fresh link is made in the same way. */
  input: Record<string, unknown> | null
  invitedBy: { userId: string; name: string | null }
  /** ISO 8601, UTC. */
  sentAt: string
  /** When the latest reminder went out, ISO 8601, UTC. */
  remindedAt: string | null
  stage: InvitationStage
  /** When that was found out, ISO 8601, UTC. */
  stageAt: string
  /** The same for each fresh link that takes the place of another. The newest invitation of a share is the current one. */
  shareId: string
  /** A digest of the request that made it: the same request makes no second one. */
  attempt: string
  /** A digest of the request behind the latest reminder with the same link; null: there was none. */
  reminder: string | null
  /** A digest of company, kind, connection, input and recipient: one open invitation for each. */
  requestHash: string
}

/** What may become another of an entry. */
export type InvitationPatch = Partial<Pick<InvitationEntry, 'remindedAt' | 'reminder' | 'stage' | 'stageAt'>>
