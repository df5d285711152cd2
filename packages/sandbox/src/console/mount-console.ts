import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { MailRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'

const NO_FILES =
  'The console comes with a sandbox on a port: with the command nectar-sandbox, and with startSandbox of @nectar-connect/sandbox/node.'

/** The way to the console, which is an app of its own, and the mails that it shows in a frame. */
export function mountConsole(state: SandboxState, app: Hono): void {
  app.get('/', ({ req, redirect }) => redirect(`/console${new URL(req.url).search}`))
  app.get('/console', ({ text }) => text(NO_FILES, 501))
  app.get('/mails/:number/:part{html|text}', ({ req, text }) => {
    const mail = state.mails.find(({ number }) => String(number) === req.param('number'))
    return mail ? mailDocument(mail, req.param('part')) : text('There is no such mail.', 404)
  })
}

/**
 * Of a mail. It opens its links in a tab of their own, and does nothing else: no scripts, no forms, no origin, nothing from
 * elsewhere. Only the console may put it into a frame.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

/** In front of whatever a mail holds: its links do not replace the mail. */
const LINKS_IN_TABS = '<!doctype html><meta charset="utf-8"><base target="_blank">'

const PLAIN = `<style>body { margin: 0; padding: 20px; background: #fff; color: #22201c; font: 13px/1.6 ui-monospace, monospace; }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }</style>`

/** One part of a mail as a document of its own. */
function mailDocument(mail: MailRecord, part: string): Response {
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
  const parts = pieces.map((piece, index) =>
    index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece,
  )
  return String(html`<title>Mail</title><pre>${parts}</pre>`)
}
