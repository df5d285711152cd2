import type { ButtonMessages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import { humanize, type StatusState } from './status-state.ts'

/** The word for a status; one that is not known yet is shown humanized. */
export function statusWord(messages: ButtonMessages, { words, status }: StatusState): string {
  return format(messages.status[words].word, { status: humanize(status) })
}
