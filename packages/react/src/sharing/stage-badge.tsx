import {
  getInvitationStage,
  type InvitationStage,
  type InvitationView,
  type StatusGroup,
} from '@nectar-connect/contract/wire'
import { useSettings } from '../context/use-settings.ts'
import { Icon, type IconName } from '../ui/icon.tsx'

/** Green is the status CONNECTED and nothing else: what was received is ink. */
const LOOKS: Record<InvitationStage, { icon: IconName; tone: StatusGroup }> = {
  sent: { icon: 'send', tone: 'waiting' },
  opened: { icon: 'seen', tone: 'waiting' },
  received: { icon: 'check', tone: 'inactive' },
  expired: { icon: 'waiting', tone: 'inactive' },
  revoked: { icon: 'blocked', tone: 'inactive' },
  unknown: { icon: 'unknown', tone: 'unknown' },
}

/** Where a link stands: shape and word. */
export function StageBadge({ invitation }: { invitation: InvitationView }) {
  const { messages } = useSettings()
  const stage = getInvitationStage(invitation)
  const { icon, tone } = LOOKS[stage]
  const { stages } = messages.invitations
  const isCopied = stage === 'sent' && invitation.sharing?.via === 'link'
  return <Badge icon={isCopied ? 'link' : icon} tone={tone} word={isCopied ? stages.made : stages[stage]} />
}

export function Badge({ icon, tone, word }: { icon: IconName; tone: StatusGroup; word: string }) {
  return (
    <span className="nectar-badge" data-nectar-tone={tone}>
      <Icon name={icon} size={14} />
      <span>{word}</span>
    </span>
  )
}
