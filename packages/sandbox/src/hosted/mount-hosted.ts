import type { Hono } from 'hono'
import { FILES } from '../assets/hosted-files.ts'
import { findByToken, invitationStatus, record } from '../state/invitations.ts'
import { recipientOf } from '../state/mails.ts'
import type { InvitationRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { advance, NO_FEEDBACK } from './advance.ts'
import { endedPage } from './ended-page.ts'
import type { Flow, Flows } from './flows.ts'
import type { Html, StepInput } from './parts.ts'
import { stepPage } from './step-page.ts'

/** The browser's own back button has nothing else to show a form's answer from: it sends no form again by itself. */
const KEPT = 'private, no-cache'

/** The policy of every page: nothing inline, and nothing from elsewhere; any site may frame it. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

/** The page that a customer sees at `/p/i/{token}`, and its assets. */
export function mountHosted(state: SandboxState, flows: Flows, app: Hono): void {
  mountAssets(app)
  app.get('/p/i/:token', ({ req }) => {
    const invitation = findByToken(state, req.param('token'))
    if (!invitation || invitationStatus(state, invitation) !== 'ACTIVE') return ended(invitation)
    record(state, invitation, 'VIEWED')
    return step({ state, invitation, flow: begin(invitation, req.query('mail')), arrival: 'opened' })
  })
  app.post('/p/i/:token', async ({ req }) => {
    const form = await req.formData().catch(() => new FormData())
    const invitation = findByToken(state, req.param('token'))
    const found = invitation && flows.find(String(form.get('flow')), invitation)
    // Sending the last form twice is not a second use: it shows the same end again.
    const isOver = invitation && invitationStatus(state, invitation) !== 'ACTIVE' && found?.step !== 'done'
    if (!invitation || isOver) return ended(invitation)
    const flow = found ?? begin(invitation, req.query('mail'))
    const feedback = found ? advance({ state, invitation, flow }, form) : NO_FEEDBACK
    return step({ state, invitation, flow, feedback, arrival: 'moved' })
  })
  app.notFound(() => ended(null))

  /** A link from a mail proves the address by itself. */
  function begin(invitation: InvitationRecord, mail: string | undefined): Flow {
    const recipient = recipientOf(state, invitation, mail ?? null)
    if (recipient !== null) record(state, invitation, 'EMAIL_VERIFIED', recipient)
    return flows.begin(invitation, recipient)
  }

  function ended(invitation: InvitationRecord | null): Promise<Response> {
    return page(endedPage(state, invitation), invitation ? 200 : 404)
  }
}

function mountAssets(app: Hono): void {
  const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', txt: 'text/plain' }
  for (const [name, text] of Object.entries(FILES)) {
    const type = types[name.split('.').at(-1) ?? '']
    const body = type ? text : Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
    const headers = {
      'content-type': type ? `${type}; charset=utf-8` : 'font/woff2',
      'cache-control': type ? 'no-cache' : 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      // A frame with an opaque origin may load the typeface too.
      'access-control-allow-origin': '*',
    }
    app.get(`/assets/${name}`, () => new Response(body, { headers }))
  }
}

function step(input: Omit<StepInput, 'feedback'> & { feedback?: StepInput['feedback'] }): Promise<Response> {
  const content = stepPage({ feedback: NO_FEEDBACK, ...input })
  return page(content, 200, input.arrival === 'moved' ? KEPT : 'no-store')
}

async function page(content: Html, status = 200, cache = 'no-store'): Promise<Response> {
  return new Response(`${await content}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cache,
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
