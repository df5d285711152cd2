import {
  getInvitationStage,
  type InvitationStage,
  type InvitationView,
  type StatusGroup,
} from '@nectar-connect/contract/wire'
import { useEffect, useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { enLater } from '../i18n/en-later.ts'
import type { LaterMessages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { MORE_ICONS, STATUS_ICONS } from '../ui/more-icons.ts'
import { recipientLabel } from './invitation-words.ts'

/** Green is the status CONNECTED and nothing else: what was received is ink. */
const LOOKS: Record<InvitationStage, { icon: IconName; tone: StatusGroup }> = {
  sent: { icon: 'send', tone: 'waiting' },
  opened: { icon: MORE_ICONS.seen, tone: 'waiting' },
  received: { icon: MORE_ICONS.check, tone: 'inactive' },
  expired: { icon: STATUS_ICONS.waiting, tone: 'inactive' },
  revoked: { icon: MORE_ICONS.blocked, tone: 'inactive' },
  unknown: { icon: STATUS_ICONS.unknown, tone: 'unknown' },
}

/** Where a link stands: shape and word. */
export function StageBadge({ invitation }: { invitation: InvitationView }) {
  const { messages } = useSettings(enLater)
  const stage = getInvitationStage(invitation)
  const { icon, tone } = LOOKS[stage]
  const { stages } = messages.invitations
  const isCopied = stage === 'sent' && invitation.sharing?.via === 'link'
  return (
    <span className="nectar-badge" data-nectar-tone={tone}>
      <Icon name={isCopied ? 'link' : icon} size={14} />
      <span>{isCopied ? stages.made : stages[stage]}</span>
    </span>
  )
}

/** Says politely what became of links that are on screen, without the focus moving. What one sees first is no news. */
export function StageAnnouncer({ invitations }: { invitations: readonly InvitationView[] }) {
  const { messages } = useSettings(enLater)
  const [known] = useState(() => new Map<string, InvitationStage>())
  const [said, setSaid] = useState('')

  useEffect(() => {
    const news = takeNews(known, messages, invitations)
    if (news !== '') setSaid(news)
  }, [known, messages, invitations])

  return (
    <p className="nectar-sr" role="status">
      {said}
    </p>
  )
}

function takeNews(
  known: Map<string, InvitationStage>,
  messages: LaterMessages,
  invitations: readonly InvitationView[],
): string {
  const words = messages.invitations.news
  const news: string[] = []
  for (const invitation of invitations) {
    const stage = getInvitationStage(invitation)
    const before = known.get(invitation.id)
    known.set(invitation.id, stage)
    if (before === undefined || before === stage || stage === 'sent' || stage === 'unknown') continue
    news.push(format(words[stage], { who: recipientLabel(messages, invitation) }))
  }
  return news.join('. ')
}
