import type { Hono } from 'hono'
import { findByToken, invitationStatus, record } from '../core/invitations.ts'
import { recipientOf } from '../core/mails.ts'
import type { InvitationRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import { applyHostedFaults } from '../faults/apply-hosted-faults.ts'
import type { Html } from '../lib/html.ts'
import type { Brand } from '../lib/options.ts'
import { parseWebUrl } from '../lib/parse-url.ts'
import { mountAssets } from './assets.ts'
import type { Flow, Flows } from './flows.ts'
import { type Feedback, NO_FEEDBACK, nextStep } from './next-step.ts'
import { endedPage, unknownPage } from './pages/ended-page.ts'
import type { Arrival } from './pages/step-input.ts'
import { stepPage } from './pages/step-page.ts'

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
    applyHostedFaults(world, req.raw, () =>
      open(world, flows, req.param('token'), req.query('mail') ?? null),
    ),
  )

  app.post('/p/i/:token', ({ req }) =>
    applyHostedFaults(world, req.raw, async () =>
      move(world, flows, req.param('token'), req.query('mail') ?? null, await readForm(req.raw)),
    ),
  )

  app.notFound(() => page(world, unknownPage(world), 404))
}

function open(world: World, flows: Flows, token: string, mail: string | null): Response {
  const invitation = usable(world, token)
  if (invitation instanceof Response) return invitation
  record(world, invitation, 'VIEWED')
  return step(world, invitation, begin(world, flows, invitation, mail), NO_FEEDBACK, 'opened')
}

function move(world: World, flows: Flows, token: string, mail: string | null, form: FormData): Response {
  const sent = findByToken(world, token)
  const flow = sent === null ? null : flows.find(String(form.get('flow')), sent)
  // Sending the last form twice is not a second use: it shows the same end again.
  if (sent !== null && flow?.step === 'done') return step(world, sent, flow, NO_FEEDBACK, 'moved')
  const invitation = usable(world, token)
  if (invitation instanceof Response) return invitation
  if (flow === null) {
    return step(world, invitation, begin(world, flows, invitation, mail), NO_FEEDBACK, 'moved')
  }
  return step(world, invitation, flow, nextStep(world, invitation, flow, form), 'moved')
}

/** A link from a mail proves the address by itself. */
function begin(world: World, flows: Flows, invitation: InvitationRecord, mail: string | null): Flow {
  const recipient = recipientOf(world, invitation, mail)
  if (recipient !== null) record(world, invitation, 'EMAIL_VERIFIED', recipient)
  return flows.begin(invitation, recipient)
}

function usable(world: World, token: string): InvitationRecord | Response {
  const invitation = findByToken(world, token)
  if (invitation === null) return page(world, unknownPage(world), 404)
  const status = invitationStatus(world, invitation)
  return status === 'ACTIVE' ? invitation : page(world, endedPage(world, invitation, status), 200)
}

function step(
  world: World,
  invitation: InvitationRecord,
  flow: Flow,
  feedback: Feedback,
  arrival: Arrival,
): Response {
  const content = stepPage({ world, invitation, flow, feedback, arrival })
  return page(world, content, 200, arrival === 'moved' ? KEPT : 'no-store')
}

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    return new FormData()
  }
}

function page(world: World, content: Html, status: number, cache = 'no-store'): Response {
  return new Response(content.markup, {
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
