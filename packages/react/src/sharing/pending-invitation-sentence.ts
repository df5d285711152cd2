import { getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { formatWhen } from '../i18n/format-time.ts'
import type { Messages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'

/**
 * Who was asked to mend a connection, and whether they looked.
 *
 * @param link one that waits
 */
export function pendingInvitationSentence(messages: Messages, link: InvitationView, now: Date): string {
  const words = messages.card
  const who = link.sharing?.to ?? null
  if (getInvitationStage(link) === 'opened') {
    return who === null ? words.linkOpened : format(words.linkOpenedBy, { who })
  }
  const at = link.sharing?.sentAt ?? link.createdAt
  if (at === null) return messages.button.asked
  const when = formatWhen(messages.locale, at, now)
  return who === null ? format(words.linkMade, { when }) : format(words.linkSent, { who, when })
}
