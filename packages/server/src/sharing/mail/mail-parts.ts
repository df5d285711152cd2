import type { MailLanguage } from '@nectar-connect/contract/wire'
import type { MailIntentWords, MailWords } from './mail-words.ts'

/** The parts of a mail in reading order; `mailText` and `mailHtml` lay them out. */
export interface MailParts {
  language: MailLanguage
  isRightToLeft: boolean
  words: MailWords
  forIntent: MailIntentWords
  lead: string
  terms: string
  note: string | null
  url: string
  /** The values to fill in. */
  values: Record<string, string>
}
