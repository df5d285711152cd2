import type { FirstWords } from '../i18n/first-words.ts'
import { fill } from '../i18n/text.tsx'
import { humanize, type StatusState } from './status-state.ts'

/** The word for a status; one that is not known yet is shown humanised. */
export function statusWord(messages: FirstWords, { words, status }: StatusState): string {
  return fill(messages.status[words].word, { status: humanize(status) })
}
