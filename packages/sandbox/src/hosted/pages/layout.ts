import { SANDBOX_PROVIDER } from '../../core/catalog.ts'
import { invitationStatus } from '../../core/invitations.ts'
import type { InvitationRecord } from '../../core/records.ts'
import type { World } from '../../core/world.ts'
import { type Html, html } from '../../lib/html.ts'
import { icon, providerMark } from '../parts/icons.ts'
import { timeLeft } from '../parts/text.ts'

export interface Layout {
  world: World
  /** Null where there is none to speak of. */
  invitation: InvitationRecord | null
  title: string
  /** Above the trust note, in the rail. */
  rail?: Html | null
  main: Html
}

/** The whole page: strip, rail and main part. */
export function layout({ world, invitation, title, rail, main }: Layout): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Nectar sandbox</title>
<link rel="icon" href="data:,">
<link rel="preload" href="/assets/figtree.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/assets/hosted.css">
<link rel="stylesheet" href="/assets/brand.css">
<script src="/assets/hosted.js" defer></script>
</head>
<body>
<header class="strip">
<strong class="strip-name">Sandbox</strong>
<span>Practice page. No utility is contacted.</span>
${invitation && countdown(world, invitation)}
</header>
<aside class="rail" aria-label="About this page">
<p class="brand">${mark(world)}</p>
${invitation && purpose(world, invitation)}
${rail}
<div class="trust">
<p>${icon('lock')}<span>You sign in here, on Nectar’s page. ${world.options.brand.name} never sees your password.</span></p>
<p>${icon('shield')}<span>For practice only: use the sample sign-ins, never a real password.</span></p>
</div>
</aside>
<main class="main">${main}</main>
</body>
</html>
`
}

/** White-labeled, it is the asking company's. */
function mark(world: World): Html {
  const { name, logo } = world.options.brand
  if (logo === null) return html`${providerMark(SANDBOX_PROVIDER)}<span>Nectar <small>sandbox</small></span>`
  return html`<img src="${logo}" alt=""><span>${name}</span>`
}

function countdown(world: World, invitation: InvitationRecord): Html | null {
  if (invitation.expiresAt === null || invitationStatus(world, invitation) !== 'ACTIVE') return null
  const left = Math.max(0, Math.round(invitation.expiresAt / 1000 - world.clock.now()))
  return html`<span class="strip-left">${icon('clock')}<span data-left-ms="${left}">${timeLeft(left)}</span></span>`
}

function purpose(world: World, invitation: InvitationRecord): Html {
  const company = world.state.companies.get(invitation.companyId)?.name ?? 'your organization'
  const brand = html`<b>${world.options.brand.name}</b>`
  if (invitation.connectionId === null) {
    return html`<p class="purpose">${brand} asks you to link a utility for <b>${company}</b>.</p>`
  }
  const connection = world.state.connections.get(invitation.connectionId)
  const provider = connection?.datasource.name ?? 'your utility'
  const task = connection?.status === 'MFA_TOKEN_EXPIRED' ? 'forward the codes of' : 'renew the sign-in to'
  return html`<p class="purpose">${brand} asks you to ${task} <b>${provider}</b> for <b>${company}</b>.</p>`
}
