import * as z from 'zod/mini'
import { type InvitationView, invitationView } from './invitation.ts'
import { webAddress } from './web-address.ts'

/** Languages that the mails to a colleague are written in. */
export const MAIL_LANGUAGES = ['en', 'es', 'fr', 'de', 'ar'] as const
export const mailLanguage = z.enum(MAIL_LANGUAGES)
/** The languages that mails to colleagues are written in. */
export type MailLanguage = z.output<typeof mailLanguage>

/** How many people can be asked at once. */
export const RECIPIENTS_AT_ONCE = 10
/** How long a note may be, in UTF-16 code units. */
export const NOTE_LENGTH = 500

/** Answer of `POST /invitations/shared`, in the order of the request. */
export const shareInvitationsResponse = z.object({
  results: z.array(
    z.object({
      to: z.string(),
      /**
       * `sent`: now, or by this attempt before. `already`: this person has a link for this from an attempt before,
       * and was sent nothing. `failed`: nothing was sent, or nobody knows; see `code`.
       */
      outcome: z.enum(['sent', 'already', 'failed']),
      invitation: z.nullable(invitationView),
      /** Why it failed: one of `ERRORS`. */
      code: z.nullable(z.string()),
      retryable: z.boolean(),
    }),
  ),
})
export type ShareInvitationsResponse = z.output<typeof shareInvitationsResponse>
export type ShareResult = ShareInvitationsResponse['results'][number]

/** Answer of `POST /invitations/shared/preview`. */
export const mailPreview = z.object({
  /** Who sends the mail. Nectar's own is not ours to show: the rest is null then. */
  mail: z.enum(['nectar', 'host']),
  subject: z.nullable(z.string()),
  text: z.nullable(z.string()),
  /** A whole document, to be shown in a frame without scripts. Its link leads nowhere. */
  html: z.nullable(z.string()),
})
export type MailPreview = z.output<typeof mailPreview>

/** Answer of `POST /invitations/:id/remind`. */
export const remindResponse = z.object({
  invitation: invitationView,
  /** `kept`: the link that they have is good. `replaced`: it is no longer, a new one went out. */
  link: z.enum(['kept', 'replaced']),
  /** The link to pass on, a bearer secret: for an invitation whose link was copied, not mailed. */
  url: z.optional(webAddress('https:', 'http:')),
})
export type RemindResponse = z.output<typeof remindResponse>

export const sharedFilter = z.enum(['waiting', 'received', 'over'])
/** Which invitations of colleagues to list. */
export type SharedFilter = z.output<typeof sharedFilter>

/** Answer of `GET /invitations/shared?filter=&after=&limit=`, newest first; 20 when no limit is given, at most 50. */
export const sharedInvitationsResponse = z.object({
  invitations: z.array(invitationView),
  /** Whether there are older ones than these: ask again with the last one's id as `after`. */
  hasMore: z.boolean(),
  /** How many there are, whatever the filter. */
  counts: z.object({ waiting: z.number(), received: z.number(), over: z.number() }),
})
export type SharedInvitationsResponse = z.output<typeof sharedInvitationsResponse>

/** What somebody who asks a colleague has to know beforehand. Part of `GET /connections`. */
export const sharingTerms = z.object({
  /** Who mails the links; null: nobody does, they can only be copied. */
  mail: z.nullable(z.enum(['nectar', 'host'])),
  /** Whether links may be copied. */
  links: z.boolean(),
  /** How long a link works, in milliseconds; null: for ever. */
  lifeMs: z.nullable(z.number()),
  /** The only domains that mails go to, in lower case; null: any. */
  domains: z.nullable(z.array(z.string())),
  /** The signed-in person's own address, where the host told it. */
  ownEmail: z.nullable(z.string()),
})
/** How colleagues can be asked here: who mails, how long a link works, where it may go. */
export type SharingTerms = z.output<typeof sharingTerms>

/**
 * Where an invitation that somebody else was sent stands. `sent`: nobody opened it, as far as Nectar tells. `received`:
 * it was used, so that details were submitted; how the connection fares is the connection's business.
 */
export type SharedStage = 'sent' | 'opened' | 'received' | 'expired' | 'withdrawn' | 'unknown'

/** Where an invitation that a colleague was sent stands, by what is known of it. */
export function sharedStage(
  invitation: Pick<InvitationView, 'status' | 'useCount' | 'opened' | 'createdConnections'>,
): SharedStage {
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
      return 'withdrawn'
    default:
      return 'unknown'
  }
}

/** The filter that shows an invitation in this stage. */
export function filterOf(stage: SharedStage): SharedFilter {
  if (stage === 'received') return 'received'
  return stage === 'expired' || stage === 'withdrawn' ? 'over' : 'waiting'
}
