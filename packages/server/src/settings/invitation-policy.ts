import type { InvitationKind, InvitationReason, Prefill, PrefillField } from '@nectar-connect/contract/wire'

/** What a host's `invitationPolicy` function is told. */
export interface InvitationContext {
  user: { companyId: string; userId: string }
  kind: InvitationKind
  reason: InvitationReason
  /** `embedded`: for the person who opened the widget. `shared`: for a colleague who is sent a link. */
  mode: 'embedded' | 'shared'
  /** The colleague's address; null for a link that is copied, and for `embedded`. */
  to: string | null
  /** The connection to mend; null for a contributor invitation. */
  connectionId: string | null
  /** What `inputSchema` made of the browser's `input`; undefined when there is no schema. */
  input: unknown
  /** What the page fills in, as far as `acceptPrefill` takes it, checked; null: nothing. */
  prefill: Prefill | null
}

/** How an invitation is to be made. */
export interface InvitationPolicy {
  /** Seconds, at least 60. Default 3600. Null: it never expires. For `shared` see `sharing.expiresInSeconds`. */
  expiresInSeconds?: number | null
  /** At least 1. Default 1. Null: unlimited. One that is `shared` works once. */
  maxUses?: number | null
  /** Only these may use it. Left out or empty: anyone with the link. One that is `shared` is the recipient's. */
  allowedEmails?: string[]
  /** Nectar mails each allowed address a link. Heeded only for the reason `first`, so that no renewal mails again; not for `shared`. */
  sendEmail?: boolean
  /**
   * What is filled in beforehand, over what the page fills in: a field that is left out keeps the page's, null leaves it
   * empty. Heeded only for contributor invitations.
   */
  prefill?: { [Field in PrefillField]?: Prefill[Field] | null } | null
}

/** An invitation to create with `invitations.create()`. The defaults are those of an `InvitationPolicy`. */
export interface NewInvitation extends Omit<InvitationPolicy, 'prefill'> {
  /** What is filled in beforehand. For a new connection only. */
  prefill?: Prefill
  /** The connection to repair. Left out: the invitation adds a connection. */
  connectionId?: string
}
