import { fill } from './fill.ts'
import type { MailParts } from './mail-parts.ts'

/** The mail as a document: one column, readable without styles, nothing loaded from elsewhere. */
export function mailHtml(parts: MailParts): string {
  const { words, forIntent, lead, terms, note, language, isRightToLeft, values } = parts
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
<title>${escapeHtml(fill(forIntent.subject, values))}</title>
</head>
<body style="margin:0;padding:24px;background:#f5f4f0;color:#22201c;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e2dfda;border-radius:14px;overflow-wrap:anywhere">
<h1 style="margin:0 0 16px;font-size:20px;font-weight:600;line-height:1.3">${say(forIntent.subject)}</h1>
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
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '&#39;',
  )
}
