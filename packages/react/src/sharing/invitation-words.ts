import { type ConnectionView, getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { formatWhen } from '../i18n/format-time.ts'
import type { Messages } from '../i18n/messages.ts'
import { format, formatNames } from '../i18n/text.tsx'
import { formatExpiry } from './build-invitation-timeline.ts'

/** With whom: the address, or anyone. */
export function recipientLabel({ invitations }: Messages, { sharing }: InvitationView): string {
  return sharing?.to ?? invitations.anyone
}

/** For which connection or sites, and by whom. */
export function subjectLabel(
  messages: Messages,
  invitation: InvitationView,
  connection: ConnectionView | undefined,
): string {
  const { invitations: words, submitted } = messages
  if (invitation.kind === 'reconnect') {
    return format(words.forConnection, { provider: connection?.providerName ?? submitted.thisUtility })
  }
  const sites = invitation.sites.flatMap(({ name }) => name ?? [])
  if (sites.length === 0) return words.forNew
  return format(words.forSites, { sites: formatNames(messages, sites, 'conjunction') })
}

export function senderLabel({ invitations: words }: Messages, { sharing }: InvitationView): string | null {
  const by = sharing?.invitedBy
  if (by?.isYou) return words.byYou
  return by?.name ? format(words.by, { name: by.name }) : null
}

/** What became of it, with its times. Submitted is what it can be at most: connected is the connection's business. */
export function stageSentence(messages: Messages, invitation: InvitationView, now: Date): string {
  const { invitations: words, locale } = messages
  const when = (iso: string) => formatWhen(locale, iso, now)
  const { sharing, openedAt, usedAt } = invitation
  switch (getInvitationStage(invitation)) {
    case 'sent': {
      const until = formatExpiry(messages, invitation, now)
      if (sharing?.remindedAt) return join(format(words.reminded, { when: when(sharing.remindedAt) }), until)
      const at = sharing?.sentAt ?? invitation.createdAt
      const sentence = sharing?.via === 'link' ? words.made : words.sent
      return join(at ? format(sentence, { when: when(at) }) : null, until)
    }
    case 'opened':
      return join(
        openedAt ? format(words.opened, { when: when(openedAt) }) : words.openedUnknown,
        formatExpiry(messages, invitation, now),
      )
    case 'received':
      return usedAt ? format(words.details, { when: when(usedAt) }) : words.detailsUnknown
    case 'expired':
      return words.expired
    case 'revoked':
      return words.revoked
    case 'unknown':
      return words.unknown
  }
}

function join(...sentences: (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(' ')
}

/** The connection that it mends, or has made. */
export function connectionOf(
  invitation: InvitationView,
  connections: readonly ConnectionView[],
): ConnectionView | undefined {
  const id = invitation.connectionId ?? invitation.createdConnections[0]?.id
  return connections.find((connection) => connection.id === id)
}
