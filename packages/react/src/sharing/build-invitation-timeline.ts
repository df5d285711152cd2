import { getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { formatMoment, formatUntil } from '../i18n/format-time.ts'
import type { Messages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import type { Step } from '../ui/steps.tsx'

/** What is proved of a link that went out: sent, opened, details received. */
export function buildInvitationTimeline(messages: Messages, invitation: InvitationView, now: Date): Step[] {
  const words = messages.shared
  const stage = getInvitationStage(invitation)
  const time = (iso: string | null | undefined): Step['time'] =>
    iso ? { iso, text: formatMoment(messages, iso, now) } : undefined
  const sent: Step = {
    state: 'done',
    title: invitation.sharing?.via === 'link' ? words.madeStep : words.sentStep,
    time: time(invitation.sharing?.sentAt ?? invitation.createdAt),
  }
  const wasOpened = invitation.opened === true
  const opened: Step = { state: 'done', title: words.openedStep, time: time(invitation.openedAt) }
  const until = formatExpiry(messages, invitation, now)
  switch (stage) {
    case 'received':
      return [
        sent,
        opened,
        { state: 'done', title: words.received, time: time(invitation.usedAt), hint: words.receivedLead },
      ]
    case 'opened':
      return [sent, opened, { state: 'now', title: words.received, hint: until }]
    case 'expired':
    case 'revoked':
      return [
        sent,
        ...(wasOpened ? [opened] : []),
        stage === 'expired'
          ? { state: 'stopped', title: words.expired, hint: words.expiredHint }
          : { state: 'stopped', title: words.revoked, hint: words.revokedHint },
      ]
    default:
      return [
        sent,
        { state: 'now', title: words.notOpened, hint: until },
        { state: 'next', title: words.received },
      ]
  }
}

/** Null: for ever, or it is over. */
export function formatExpiry(
  messages: Messages,
  { expiresInMs }: Pick<InvitationView, 'expiresInMs'>,
  now: Date,
): string | null {
  if (expiresInMs === null || expiresInMs <= 0) return null
  const date = formatUntil(messages.locale, now.getTime() + expiresInMs, now)
  return format(messages.shared.worksUntil, { date })
}
