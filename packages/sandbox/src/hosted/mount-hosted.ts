import type { Hono } from 'hono'
import { FILES } from '../assets/hosted-files.ts'
import { findByToken, invitationStatus, record } from '../core/invitations.ts'
import { recipientOf } from '../core/mails.ts'
import type { InvitationRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import { applyHostedFaults, FAULT_SCRIPTS } from '../faults/apply-hosted-faults.ts'
import type { Brand } from '../lib/options.ts'
import { parseWebUrl } from '../lib/parse-url.ts'
import { advance, NO_FEEDBACK } from './advance.ts'
import { brandStyle } from './brand-style.ts'
import { endedPage, unknownPage } from './ended-page.ts'
import type { Flow, Flows } from './flows.ts'
import type { Html, StepInput } from './parts.ts'
import { stepPage } from './step-page.ts'

/** The browser's own back button has nothing else to show a form's answer from: it sends no form again by itself. */
const KEPT = 'private, no-cache'

/** The policy of every page: nothing inline, and of elsewhere only the brand's logo; any site may frame it. */
function policyFor({ logo }: Brand): string {
  const logoOrigin = logo === null ? null : (parseWebUrl(logo)?.origin ?? null)
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "font-src 'self'",
    `img-src 'self' data:${logoOrigin === null ? '' : ` ${logoOrigin}`}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ')
}

/** The page that a customer sees at `/p/i/{token}`, and its assets. */
export function mountHosted(world: World, flows: Flows, app: Hono): void {
  mountAssets(world.options.brand, app)
  app.get('/p/i/:token', ({ req }) =>
    applyHostedFaults(world, req.raw, () => open(world, flows, req.param('token'), req.query('mail'))),
  )
  app.post('/p/i/:token', ({ req }) =>
    applyHostedFaults(world, req.raw, async () => {
      const form = await req.formData().catch(() => new FormData())
      return move(world, flows, req.param('token'), req.query('mail'), form)
    }),
  )
  app.notFound(() => page(world, unknownPage(world), 404))
}

/** Style sheets, scripts and typeface of the page. */
function mountAssets(brand: Brand, app: Hono): void {
  const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', txt: 'text/plain' }
  for (const [name, text] of Object.entries({ 'brand.css': brandStyle(brand), ...FILES, ...FAULT_SCRIPTS })) {
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

function open(world: World, flows: Flows, token: string, mail: string | undefined) {
  const invitation = usable(world, token)
  if (invitation instanceof Promise) return invitation
  record(world, invitation, 'VIEWED')
  return step({ world, invitation, flow: begin(world, flows, invitation, mail), arrival: 'opened' })
}

function move(world: World, flows: Flows, token: string, mail: string | undefined, form: FormData) {
  const sent = findByToken(world, token)
  const flow = sent && flows.find(String(form.get('flow')), sent)
  // Sending the last form twice is not a second use: it shows the same end again.
  if (sent && flow?.step === 'done') return step({ world, invitation: sent, flow, arrival: 'moved' })
  const invitation = usable(world, token)
  if (invitation instanceof Promise) return invitation
  if (!flow) return step({ world, invitation, flow: begin(world, flows, invitation, mail), arrival: 'moved' })
  const feedback = advance({ world, invitation, flow }, form)
  return step({ world, invitation, flow, feedback, arrival: 'moved' })
}

/** A link from a mail proves the address by itself. */
function begin(world: World, flows: Flows, invitation: InvitationRecord, mail: string | undefined): Flow {
  const recipient = recipientOf(world, invitation, mail ?? null)
  if (recipient !== null) record(world, invitation, 'EMAIL_VERIFIED', recipient)
  return flows.begin(invitation, recipient)
}

/** The invitation behind a link, or the page that says why it is of no use. */
function usable(world: World, token: string): InvitationRecord | Promise<Response> {
  const invitation = findByToken(world, token)
  if (invitation === null) return page(world, unknownPage(world), 404)
  const status = invitationStatus(world, invitation)
  return status === 'ACTIVE' ? invitation : page(world, endedPage(world, invitation, status))
}

function step(input: Omit<StepInput, 'feedback'> & { feedback?: StepInput['feedback'] }): Promise<Response> {
  const content = stepPage({ feedback: NO_FEEDBACK, ...input })
  return page(input.world, content, 200, input.arrival === 'moved' ? KEPT : 'no-store')
}

async function page(world: World, content: Html, status = 200, cache = 'no-store'): Promise<Response> {
  return new Response(`${await content}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cache,
      'content-security-policy': policyFor(world.options.brand),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
