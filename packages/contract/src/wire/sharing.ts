import * as check from './check.ts'
import { type InvitationFor, type InvitationView, invitationView } from './invitation.ts'
import type { MailLanguage } from './mail.ts'

/** What the sender adds to a mail. */
interface MailContent {
  /** Plain text from the sender. */
  note?: string | undefined
  language?: MailLanguage | undefined
}

/** Body of `POST /invitations/shared`: an invitation in a mail to one address, or, without one, as a link to copy. */
export type ShareRequest = InvitationFor & MailContent & { idempotencyKey: string; to: string | null }

/** Body of `POST /invitations/:id/remind`. */
export type RemindRequest = MailContent & { idempotencyKey: string }

/** Answer of `POST /invitations/shared`. */
export interface ShareResponse {
  invitation: InvitationView
  /**
   * `sent`: now, or by this attempt before. `already`: this person has a link for this from an attempt before,
   * and was sent nothing.
   */
  outcome: 'sent' | 'already'
  /** The link to copy, a bearer secret: for an invitation that is mailed to nobody. */
  url?: string | undefined
}

export const shareResponse: check.Check<ShareResponse> = check.object<ShareResponse>({
  invitation: invitationView,
  outcome: check.oneOf(['sent', 'already']),
  url: check.optional(check.url('https:', 'http:')),
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
