import { getInvitationStage, type InvitationView, normalizeStatus } from '@nectar-connect/contract/wire'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { enStatus } from '../i18n/en-status.ts'
import { formatWhen } from '../i18n/format-time.ts'
import type { Messages, StatusMessages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import type { StatusState } from './status-state.ts'

/** `PROVIDER_MIGRATION` becomes `Provider migration`. */
export function humanize(value: string): string {
  const words = value.replace(/_+/g, ' ').trim().toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The word for a status; one that is not known yet is shown humanized. */
export function statusWord(messages: Pick<StatusMessages, 'status'>, { words, status }: StatusState): string {
  return format(messages.status[words].word, { status: humanize(status) })
}

/** What the button says that mends a connection: no password is asked for where only the codes are missing. */
export function reconnectAction(
  messages: { list: Pick<Messages['list'], 'setUpCodes' | 'signInAgain'> },
  status: string,
): string {
  return normalizeStatus(status) === 'MFA_TOKEN_EXPIRED'
    ? messages.list.setUpCodes
    : messages.list.signInAgain
}

/** What a status means, and who acts. */
export function useStatusSentence({ words }: StatusState): string {
  const { messages } = useSettings(enStatus)
  return format(messages.status[words].sentence, { host: useHostName() })
}

/** Who was asked to mend a connection by a link that waits, and whether they looked. */
export function pendingInvitationSentence(messages: StatusMessages, link: InvitationView, now: Date): string {
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
