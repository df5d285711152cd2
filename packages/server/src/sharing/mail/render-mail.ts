import type { InvitationKind, MailLanguage } from '@nectar-connect/contract/wire'
import { fill } from './fill.ts'
import { mailHtml } from './mail-html.ts'
import type { MailParts } from './mail-parts.ts'
import { mailText } from './mail-text.ts'
import type { MailWords } from './mail-words.ts'
import { wordsAr } from './words-ar.ts'
import { wordsDe } from './words-de.ts'
import { wordsEn } from './words-en.ts'
import { wordsEs } from './words-es.ts'
import { wordsFr } from './words-fr.ts'

const WORDS: Record<MailLanguage, MailWords> = {
  en: wordsEn,
  es: wordsEs,
  fr: wordsFr,
  de: wordsDe,
  ar: wordsAr,
}

/** The content of a mail to a colleague. Everything is plain text. */
export interface MailContent {
  language: MailLanguage
  kind: InvitationKind
  isReminder: boolean
  /** The invitation's link. */
  url: string
  to: string
  inviterName: string | null
  companyName: string | null
  appName: string | null
  providerName: string | null
  note: string | null
  /** Milliseconds since the epoch; null: it never expires. */
  expiresAt: number | null
}

export interface RenderedMail {
  /** One line. */
  subject: string
  text: string
  /** A whole document without scripts, images or anything else from elsewhere. */
  html: string
}

/** Writes the mail that carries an invitation, in one of five languages. */
export function renderMail(content: MailContent): RenderedMail {
  const { language, kind, expiresAt } = content
  const words = WORDS[language]
  const forIntent = words[kind]
  const companyName = oneLine(content.companyName)
  const parts: MailParts = {
    language,
    isRightToLeft: language === 'ar',
    words,
    forIntent,
    lead: companyName === '' ? forIntent.leadNoCompany : forIntent.lead,
    terms: expiresAt === null ? words.termsForEver : words.terms,
    note: content.note === null ? null : plain(content.note),
    url: content.url,
    values: {
      inviter: oneLine(content.inviterName) || words.aColleague,
      app: oneLine(content.appName) || words.anApp,
      company: companyName,
      provider: oneLine(content.providerName) || words.yourUtility,
      to: oneLine(content.to),
      date: expiresAt === null ? '' : writeDate(language, expiresAt),
    },
  }
  const subject = fill(forIntent.subject, parts.values)
  return {
    subject: content.isReminder ? fill(words.reminder, { subject }) : subject,
    text: mailText(parts),
    html: mailHtml(parts),
  }
}

function writeDate(language: MailLanguage, ms: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(ms)
}

/** Names go into a subject, too: they may not begin a line or change the direction of the text. */
function oneLine(text: string | null): string {
  return plain(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}

/** Without control characters, and without those that change the direction of what follows. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t\u200c\u200d]/gu, '')
}
