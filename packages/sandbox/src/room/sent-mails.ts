import type { World } from '../core/world.ts'

/** A mail that Nectar would have sent. */
export interface SentMail {
  invitationId: string
  companyId: string
  to: string
  /** Stamp: microseconds since the epoch. */
  at: number
}

/** One for each address of an invitation that asked for `sendEmail`; newest first. */
export function sentMails({ state }: World): SentMail[] {
  const mails: SentMail[] = []
  for (const { id, companyId, sendEmail, allowedEmails, createdAt } of state.invitations.values()) {
    if (!sendEmail) continue
    for (const to of allowedEmails) mails.push({ invitationId: id, companyId, to, at: createdAt })
  }
  return mails.reverse()
}
