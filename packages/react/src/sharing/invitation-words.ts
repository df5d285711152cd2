import { type ConnectionView, getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { formatMoment, formatUntil, formatWhen } from '../i18n/format-time.ts'
import { formatNames } from '../i18n/intl.ts'
import type { LaterMessages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import type { Step } from '../ui/steps.tsx'

/** With whom: the address, or anyone. */
export function recipientLabel({ invitations }: LaterMessages, { sharing }: InvitationView): string {
  return sharing?.to ?? invitations.anyone
}

/** For which connection or sites, and by whom. */
export function subjectLabel(
  messages: LaterMessages,
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

export function senderLabel(
  { invitations: words }: LaterMessages,
  { sharing }: InvitationView,
): string | null {
  const by = sharing?.invitedBy
  if (by?.isYou) return words.byYou
  return by?.name ? format(words.by, { name: by.name }) : null
}

/** What became of it, with its times. Submitted is what it can be at most: connected is the connection's business. */
export function stageSentence(messages: LaterMessages, invitation: InvitationView, now: Date): string {
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

/** What is proved of a link that went out: sent, opened, details received. */
export function buildInvitationTimeline(
  messages: LaterMessages,
  invitation: InvitationView,
  now: Date,
): Step[] {
  const words = messages.shared
  const { stages } = messages.invitations
  const stage = getInvitationStage(invitation)
  const time = (iso: string | null | undefined): Step['time'] =>
    iso ? { iso, text: formatMoment(messages, iso, now) } : undefined
  const sent: Step = {
    state: 'done',
    title: invitation.sharing?.via === 'link' ? words.madeStep : stages.sent,
    time: time(invitation.sharing?.sentAt ?? invitation.createdAt),
  }
  const wasOpened = invitation.opened === true
  const opened: Step = { state: 'done', title: stages.opened, time: time(invitation.openedAt) }
  const until = formatExpiry(messages, invitation, now)
  switch (stage) {
    case 'received':
      return [
        sent,
        opened,
        { state: 'done', title: stages.received, time: time(invitation.usedAt), hint: words.receivedLead },
      ]
    case 'opened':
      return [sent, opened, { state: 'now', title: stages.received, hint: until }]
    case 'expired':
    case 'revoked':
      return [
        sent,
        ...(wasOpened ? [opened] : []),
        stage === 'expired'
          ? { state: 'stopped', title: words.expired, hint: words.expiredHint }
          : { state: 'stopped', title: words.revoked, hint: messages.invitations.revoked },
      ]
    default:
      return [
        sent,
        { state: 'now', title: stages.made, hint: until },
        { state: 'next', title: stages.received },
      ]
  }
}

/** Null: for ever, or it is over. */
function formatExpiry(
  messages: LaterMessages,
  { expiresInMs }: Pick<InvitationView, 'expiresInMs'>,
  now: Date,
): string | null {
  if (expiresInMs === null || expiresInMs <= 0) return null
  const date = formatUntil(messages.locale, now.getTime() + expiresInMs, now)
  return format(messages.shared.worksUntil, { date })
}
