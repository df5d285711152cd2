import type { NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import type { InvitationView, SharingDetails } from '@nectar-connect/contract/wire'
import { viewInvitation } from '../invitations/invitation-view.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { InvitationEntry } from '../stores/invitation-entry.ts'

/** A colleague's invitation as a browser may see it. Without an entry, Nectar's data is used, with less detail. */
export function viewShared(
  { invitation, audit }: NectarInvitationDetail,
  entry: InvitationEntry | null,
  userId: string,
  { clock, siteNames }: { clock: NectarClock; siteNames: ReadonlyMap<string, string> },
): InvitationView {
  const [recipient = null] = invitation.allowedEmails
  const bare = viewInvitation(invitation, audit, clock)
  const sharing: SharingDetails =
    entry === null
      ? {
          via: recipient === null ? 'link' : 'email',
          mail: null,
          to: recipient,
          invitedBy: null,
          sentAt: bare.createdAt,
          remindedAt: null,
        }
      : {
          via: entry.via,
          mail: entry.mail,
          to: entry.to,
          invitedBy: { name: entry.invitedBy.name, isYou: entry.invitedBy.userId === userId },
          sentAt: entry.sentAt,
          remindedAt: entry.remindedAt,
        }
  const view = viewInvitation(invitation, audit, clock, { sharing, siteNames })
  if (entry === null) return view
  // Once opened, it stays opened, even if Nectar's log is cut.
  const wasOpened = entry.stage === 'opened' && view.opened !== true
  const usedAt = view.usedAt ?? (entry.stage === 'received' ? entry.stageAt : null)
  return { ...view, usedAt, ...(wasOpened ? { opened: true, openedAt: entry.stageAt } : {}) }
}
