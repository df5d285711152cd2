import { html } from 'hono/html'
import { invitationStatus } from '../state/invitations.ts'
import { SANDBOX_PROVIDER } from '../state/providers.ts'
import type { InvitationRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { type Html, icon, providerMark } from './parts.ts'
import { timeLeft } from './texts.ts'

interface Layout {
  state: SandboxState
  /** Null where there is none to speak of. */
  invitation: InvitationRecord | null
  title: string
  /** Above the trust note, in the rail. */
  rail?: Html | null
  main: Html
}

export function layout({ state, invitation, title, rail, main }: Layout): Html {
  const { name } = state.options.brand
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
<script src="/assets/hosted.js" defer></script>
</head>
<body>
<header class="strip">
<strong class="strip-name">Sandbox</strong>
<span>Practice page. No utility is contacted.</span>
${invitation && countdown(state, invitation)}
</header>
<aside class="rail" aria-label="About this page">
<p class="brand">${providerMark(SANDBOX_PROVIDER)}<span>Nectar <small>sandbox</small></span></p>
${invitation && html`<p class="task"><b>${name}</b> asks you to ${task(state, invitation)}.</p>`}
${rail}
<div class="trust">
<p>${icon('lock')}<span>You sign in here, on Nectar’s page. ${name} never sees your password.</span></p>
<p>${icon('shield')}<span>For practice only: use the sample sign-ins, never a real password.</span></p>
</div>
</aside>
<main class="main">${main}</main>
</body>
</html>
`
}

function countdown(state: SandboxState, invitation: InvitationRecord): Html | null {
  if (invitation.expiresAt === null || invitationStatus(state, invitation) !== 'ACTIVE') return null
  const left = Math.max(0, Math.round(invitation.expiresAt / 1000 - state.time.now()))
  return html`<span class="strip-left">${icon('clock')}<span data-left-ms="${left}">${timeLeft(left)}</span></span>`
}

function task(state: SandboxState, { companyId, connectionId }: InvitationRecord): Html {
  const company = html`<b>${state.companies.get(companyId)?.name ?? 'your organization'}</b>`
  if (connectionId === null) return html`link a utility for ${company}`
  const connection = state.connections.get(connectionId)
  const what = connection?.status === 'MFA_TOKEN_EXPIRED' ? 'forward the codes of' : 'renew the sign-in to'
  return html`${what} <b>${connection?.datasource.name ?? 'your utility'}</b> for ${company}`
}
