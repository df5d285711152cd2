import { html } from '../../lib/html.ts'
import type { MailRecord } from '../../state/records.ts'

/** A mail may open its links in a tab of their own, and nothing else: no scripts, no forms, no origin. */
export const MAIL_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'

/** Looks of its own, nothing from elsewhere; only the console may put it into a frame. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  `sandbox ${MAIL_SANDBOX}`,
].join('; ')

/** In front of whatever a mail holds: its links do not replace the mail. */
const LINKS_IN_TABS = '<!doctype html><meta charset="utf-8"><base target="_blank">'

const PLAIN = `<style>body { margin: 0; padding: 20px; background: #fff; color: #22201c; font: 13px/1.6 ui-monospace, monospace; }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }</style>`

/** One part of a mail as a document of its own. */
export function mailDocument(mail: MailRecord, part: 'html' | 'text'): Response {
  const body = part === 'html' && mail.html !== null ? mail.html : `${PLAIN}${textBody(mail.text)}`
  return new Response(`${LINKS_IN_TABS}${body}`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

function textBody(text: string): string {
  const pieces = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
  return html`<title>Mail</title><pre>${pieces.map((piece, index) =>
    index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece,
  )}</pre>`.markup
}
