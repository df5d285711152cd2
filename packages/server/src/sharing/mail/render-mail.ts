import { type InvitationKind, MAIL_SUBJECTS, type MailLanguage } from '@nectar-connect/contract/wire'
import { MAIL_WORDS } from './mail-words.ts'

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
  const parts = readParts(content)
  const subject = fill(parts.subject, parts.values)
  return {
    subject: content.isReminder ? fill(parts.words.reminder, { subject }) : subject,
    text: mailText(parts),
    html: mailHtml(parts),
  }
}

type MailParts = ReturnType<typeof readParts>

/** The parts of a mail; `mailText` and `mailHtml` lay them out. */
function readParts(content: MailContent) {
  const { language, kind, expiresAt } = content
  const subjects = MAIL_SUBJECTS[language]
  const words = MAIL_WORDS[language]
  const forIntent = words[kind]
  const companyName = oneLine(content.companyName)
  return {
    language,
    isRightToLeft: language === 'ar',
    subject: subjects[kind],
    words,
    forIntent,
    lead: companyName === '' ? forIntent.leadNoCompany : forIntent.lead,
    terms: expiresAt === null ? words.termsForEver : words.terms,
    note: content.note === null ? null : plain(content.note),
    url: content.url,
    values: {
      inviter: oneLine(content.inviterName) || subjects.aColleague,
      app: oneLine(content.appName) || words.anApp,
      company: companyName,
      provider: oneLine(content.providerName) || subjects.yourUtility,
      to: oneLine(content.to),
      date: expiresAt === null ? '' : writeDate(language, expiresAt),
    },
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

/** The mail as plain text. */
function mailText({ words, forIntent, lead, terms, note, url, values, isRightToLeft }: MailParts): string {
  // Isolated, so that a name in another script does not mix up the sentence around it.
  const write = (value: string) => (isRightToLeft ? `\u2068${value}\u2069` : value)
  const say = (sentence: string) => fill(sentence, values, write)
  const quote = note === null || note === '' ? [] : [say(words.noteFrom), indent(note)]
  return [
    words.greeting,
    `${say(lead)} ${say(forIntent.ask)}`,
    ...quote,
    `${forIntent.button}:\n${url}`,
    say(terms),
    say(words.page),
    say(words.ready),
    say(words.unexpected),
    '',
  ].join('\n\n')
}

function indent(note: string): string {
  return note
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

/** The mail as a document: one column, readable without styles, nothing loaded from elsewhere. */
function mailHtml(parts: MailParts): string {
  const { subject, words, forIntent, lead, terms, note, language, isRightToLeft, values } = parts
  const say = (sentence: string) =>
    fill(escapeHtml(sentence), values, (value) => `<bdi>${escapeHtml(value)}</bdi>`)
  const url = escapeHtml(parts.url)
  const p = (html: string, style = '') => `<p style="margin:0 0 16px;${style}">${html}</p>`
  const muted = 'color:#5f5c55;font-size:14px;'
  const quote =
    note === null || note === ''
      ? ''
      : `${p(say(words.noteFrom), 'margin-bottom:4px;')}
<blockquote dir="auto" style="margin:0 0 24px;padding:0 16px;border-inline-start:3px solid #bbd9f9;white-space:pre-line">${escapeHtml(note)}</blockquote>`
  return `<!doctype html>
<html lang="${language}" dir="${isRightToLeft ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escapeHtml(fill(subject, values))}</title>
</head>
<body style="margin:0;padding:24px;background:#f5f4f0;color:#22201c;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e2dfda;border-radius:14px;overflow-wrap:anywhere">
<h1 style="margin:0 0 16px;font-size:20px;font-weight:600;line-height:1.3">${say(subject)}</h1>
${p(escapeHtml(words.greeting))}
${p(`${say(lead)} ${say(forIntent.ask)}`)}
${quote}
<p style="margin:24px 0"><a href="${url}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#04596e;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(forIntent.button)}</a></p>
${p(say(terms), 'font-weight:600;')}
${p(say(words.page))}
${p(say(words.ready))}
${p(say(words.unexpected))}
<hr style="border:0;border-top:1px solid #e2dfda;margin:24px 0">
${p(`${escapeHtml(words.linkBelow)}<br><a href="${url}" dir="ltr" style="color:#04596e">${url}</a>`, muted)}
</main>
</body>
</html>
`
}

/** Safe in text and in quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '&#39;',
  )
}

/** Puts values into the places of a sentence. */
function fill(
  sentence: string,
  values: Record<string, string>,
  write: (value: string) => string = (value) => value,
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => write(values[name] ?? ''))
}
