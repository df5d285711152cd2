import * as check from './check.ts'
import { type InvitationFor, type InvitationView, invitationView } from './invitation.ts'

/** Languages that the mails to a colleague are written in. */
export const MAIL_LANGUAGES = ['en', 'es', 'fr', 'de', 'ar'] as const
/** The languages that mails to colleagues are written in. */
export type MailLanguage = (typeof MAIL_LANGUAGES)[number]

/** How many people can be asked at once. */
export const MAX_RECIPIENTS = 10
/** How long a note may be, in UTF-16 code units. */
export const MAX_NOTE_LENGTH = 500

/** What the sender adds to a mail. */
interface MailContent {
  /** Plain text from the sender. */
  note?: string | undefined
  language?: MailLanguage | undefined
}

/** Body of `POST /invitations/shared`: an invitation for each address, in a mail each. */
export type ShareInvitationsRequest = InvitationFor & MailContent & { idempotencyKey: string; to: string[] }

/** Body of `POST /invitations/shared/link`: an invitation for whoever has its link. Answers a `CreatedInvitation`. */
export type ShareLinkRequest = InvitationFor & { idempotencyKey: string }

/** Body of `POST /invitations/shared/preview`. Makes nothing. */
export type PreviewMailRequest = InvitationFor & MailContent

/** Body of `POST /invitations/:id/remind`. */
export type RemindRequest = MailContent & { idempotencyKey: string }

/** How it went with one address. */
export interface ShareResult {
  to: string
  /**
   * `sent`: now, or by this attempt before. `already`: this person has a link for this from an attempt before,
   * and was sent nothing. `failed`: nothing was sent, or nobody knows; see `code`.
   */
  outcome: 'sent' | 'already' | 'failed'
  invitation: InvitationView | null
  /** Why it failed: one of `ERRORS`. */
  code: string | null
  retryable: boolean
}

/** Answer of `POST /invitations/shared`, in the order of the request. */
export interface ShareInvitationsResponse {
  results: ShareResult[]
}

export const shareInvitationsResponse: check.Check<ShareInvitationsResponse> =
  check.object<ShareInvitationsResponse>({
    results: check.array(
      check.object<ShareResult>({
        to: check.string,
        outcome: check.oneOf(['sent', 'already', 'failed']),
        invitation: check.nullable(invitationView),
        code: check.nullable(check.string),
        retryable: check.boolean,
      }),
    ),
  })

/** Answer of `POST /invitations/shared/preview`. */
export interface MailPreview {
  /** Who sends the mail. Nectar's own is not ours to show: the rest is null then. */
  mail: 'nectar' | 'host'
  subject: string | null
  text: string | null
  /** A whole document, to be shown in a frame without scripts. Its link leads nowhere. */
  html: string | null
}

export const mailPreview: check.Check<MailPreview> = check.object<MailPreview>({
  mail: check.oneOf(['nectar', 'host']),
  subject: check.nullable(check.string),
  text: check.nullable(check.string),
  html: check.nullable(check.string),
})

/** Answer of `POST /invitations/:id/remind`. */
export interface RemindResponse {
  invitation: InvitationView
  /** `kept`: the link that they have is good. `replaced`: it is no longer, a new one went out. */
  link: 'kept' | 'replaced'
  /** The link to pass on, a bearer secret: for an invitation whose link was copied, not mailed. */
  url?: string | undefined
}

export const remindResponse: check.Check<RemindResponse> = check.object<RemindResponse>({
  invitation: invitationView,
  link: check.oneOf(['kept', 'replaced']),
  url: check.optional(check.url('https:', 'http:')),
})

export const INVITATION_FILTERS = ['pending', 'used', 'closed'] as const
/** Which invitations of colleagues to list. */
export type InvitationFilter = (typeof INVITATION_FILTERS)[number]

/** Answer of `GET /invitations/shared?filter=&after=&limit=`, newest first; 20 when no limit is given, at most 50. */
export interface SharedInvitationsResponse {
  invitations: InvitationView[]
  /** Whether there are older ones than these: ask again with the last one's id as `after`. */
  hasMore: boolean
  /** How many there are, whatever the filter. */
  counts: Record<InvitationFilter, number>
}

export const sharedInvitationsResponse: check.Check<SharedInvitationsResponse> =
  check.object<SharedInvitationsResponse>({
    invitations: check.array(invitationView),
    hasMore: check.boolean,
    counts: check.object({ pending: check.number, used: check.number, closed: check.number }),
  })

/** How colleagues can be asked here: who mails, how long a link works, where it may go. Part of `GET /connections`. */
export interface SharingPolicy {
  /** Who mails the links; null: nobody does, they can only be copied. */
  mail: 'nectar' | 'host' | null
  /** Whether links may be copied. */
  allowLinks: boolean
  /** How long a link works, in milliseconds; null: for ever. */
  expiresInMs: number | null
  /** The only domains that mails go to, in lower case; null: any. */
  allowedDomains: string[] | null
  /** The signed-in person's own address, where the host told it. */
  ownEmail: string | null
}

export const sharingPolicy: check.Check<SharingPolicy> = check.object<SharingPolicy>({
  mail: check.nullable(check.oneOf(['nectar', 'host'])),
  allowLinks: check.boolean,
  expiresInMs: check.nullable(check.number),
  allowedDomains: check.nullable(check.array(check.string)),
  ownEmail: check.nullable(check.string),
})

/**
 * Where an invitation that somebody else was sent stands. `sent`: nobody opened it, as far as Nectar tells. `received`:
 * it was used, so that details were submitted; how the connection fares is the connection's business.
 */
export type InvitationStage = 'sent' | 'opened' | 'received' | 'expired' | 'revoked' | 'unknown'

/** Where an invitation that a colleague was sent stands, by what is known of it. */
export function getInvitationStage(
  invitation: Pick<InvitationView, 'status' | 'useCount' | 'opened' | 'createdConnections'>,
): InvitationStage {
  const { status, useCount, opened, createdConnections } = invitation
  if (useCount > 0 || createdConnections.length > 0) return 'received'
  switch (status.toUpperCase()) {
    case 'ACTIVE':
      return opened === true ? 'opened' : 'sent'
    case 'FULFILLED':
      return 'received'
    case 'EXPIRED':
      return 'expired'
    case 'REVOKED':
      return 'revoked'
    default:
      return 'unknown'
  }
}

/** The filter that shows an invitation in this stage. */
export function getFilter(stage: InvitationStage): InvitationFilter {
  if (stage === 'received') return 'used'
  return stage === 'expired' || stage === 'revoked' ? 'closed' : 'pending'
}
