import type { ControlParts } from '../control/define-call.ts'
import { type Html, html } from '../lib/html.ts'
import { type ConsoleInput, readConsole } from './console-input.ts'
import { clockBand } from './panels/clock-band.ts'
import { companiesSide } from './panels/companies-side.ts'
import { connectionsPanel } from './panels/connections-panel.ts'
import { deliveriesPanel } from './panels/deliveries-panel.ts'
import { dialogs } from './panels/dialogs.ts'
import { faultsPanel } from './panels/faults-panel.ts'
import { feedPanel } from './panels/feed-panel.ts'
import { invitationsPanel } from './panels/invitations-panel.ts'
import { mailsPanel } from './panels/mails-panel.ts'
import { outboxPanel } from './panels/outbox-panel.ts'
import { requestsPanel } from './panels/requests-panel.ts'
import { scenarioMenu } from './panels/scenario-menu.ts'
import { signInsPanel } from './panels/sign-ins-panel.ts'
import { statusMenu } from './panels/status-menu.ts'
import { resetQuestion, topBar } from './panels/top-bar.ts'
import type { ConsoleAddress, View } from './parts/console-address.ts'

const BODIES: Readonly<Record<View, (input: ConsoleInput) => Html>> = {
  state: (input) => html`${connectionsPanel(input)}${invitationsPanel(input)}${mailsPanel(input)}`,
  traffic: (input) => html`${deliveriesPanel(input)}${faultsPanel(input)}${requestsPanel(input)}`,
  outbox: (input) => outboxPanel(input),
  'sign-ins': () => signInsPanel(),
}

/** The whole page as it is now. The script asks for it again and takes over what changed inside of `#console`. */
export function consolePage(parts: ControlParts, address: ConsoleAddress): Html {
  const input = readConsole(parts, address)
  return html`<!doctype html>
<html lang="en" data-state="live">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Console · Nectar sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/console.css">
<script src="/assets/console.js" defer></script>
</head>
<body>
<div id="console">
${topBar(input)}
${clockBand(input)}
<div class="columns${address.view === 'state' && ' has-side'}">
${address.view === 'state' && companiesSide(input)}
<main class="main" id="main">${BODIES[address.view](input)}</main>
${feedPanel(input)}
</div>
${scenarioMenu(input)}
${dialogs(input)}
</div>
${statusMenu()}
${resetQuestion()}
<p class="notice" role="status" data-notice></p>
<noscript><p class="notice">Without its script this page shows, but changes nothing.</p></noscript>
</body>
</html>
`
}
