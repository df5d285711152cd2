import type { ButtonMessages } from '../i18n/button-messages.ts'
import { fill } from '../i18n/text.tsx'
import { humanize, type StatusState } from './status-state.ts'

/** The word for a status; one that is not known yet is shown humanised. */
export function statusWord(messages: ButtonMessages, { words, status }: StatusState): string {
  return fill(messages.status[words].word, { status: humanize(status) })
}
