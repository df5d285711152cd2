import type { Hono } from 'hono'
import { FILES } from '../assets/console-files.ts'
import type { ControlParts } from '../control/define-call.ts'
import { consolePage } from './console-page.ts'
import { readAddress } from './parts/console-address.ts'
import { mailDocument } from './parts/mail-frame.ts'
import { CONSOLE_STYLES } from './styles/index.ts'

/** Nothing inline, nothing from elsewhere, and nobody may put the page, which has buttons, into a frame. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  'img-src data:',
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const FONT_CACHE = 'public, max-age=31536000, immutable'

/** The console at the sandbox's root, and its assets. */
export function mountConsole(parts: ControlParts, app: Hono): void {
  app.get(
    '/',
    ({ req }) =>
      new Response(consolePage(parts, readAddress(new URL(req.url).searchParams)).markup, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': POLICY,
          'cross-origin-opener-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        },
      }),
  )
  // By its id, which is no secret: whoever may open the console may open what is in it.
  app.get('/invitations/:id/open', ({ req }) => {
    const invitation = parts.state.invitations.get(req.param('id'))
    if (invitation === undefined) return new Response('There is no such invitation.', { status: 404 })
    const headers = {
      location: `/p/i/${invitation.token}`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    }
    return new Response(null, { status: 303, headers })
  })
  app.get('/mails/:number/:part{html|text}', ({ req }) => {
    const mail = parts.state.mails.find(({ number }) => String(number) === req.param('number'))
    if (mail === undefined) return new Response('There is no such mail.', { status: 404 })
    return mailDocument(mail, req.param('part') === 'text' ? 'text' : 'html')
  })
  const serve = (name: string, type: string, body: BodyInit, cache = 'no-cache') =>
    app.get(
      `/assets/${name}`,
      () =>
        new Response(body, {
          headers: { 'content-type': type, 'cache-control': cache, 'x-content-type-options': 'nosniff' },
        }),
    )
  serve('console.css', 'text/css; charset=utf-8', CONSOLE_STYLES)
  serve('console.js', 'text/javascript; charset=utf-8', FILES['console.js'])
  serve('geist.woff2', 'font/woff2', bytesOf(FILES['geist.woff2']), FONT_CACHE)
  serve('geist-mono.woff2', 'font/woff2', bytesOf(FILES['geist-mono.woff2']), FONT_CACHE)
  serve('geist-license.txt', 'text/plain; charset=utf-8', FILES['geist-license.txt'])
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}
