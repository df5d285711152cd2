import { getInvitationStage, type InvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { useEffect, useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import type { Messages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import { recipientLabel } from './invitation-words.ts'

/** Says politely what became of links that are on screen, without the focus moving. What one sees first is no news. */
export function InvitationAnnouncer({ invitations }: { invitations: readonly InvitationView[] }) {
  const { messages } = useSettings()
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
  messages: Messages,
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
