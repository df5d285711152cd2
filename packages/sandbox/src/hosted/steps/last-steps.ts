import { html } from 'hono/html'
import { activeSitesOf } from '../../state/sandbox-state.ts'
import type { Feedback } from '../advance.ts'
import {
  dateTime,
  day,
  errorText,
  field,
  type Html,
  icon,
  providerCard,
  type StepInput,
  type StepView,
} from '../parts.ts'
import { defaultChoices, offeredTypes, today } from '../submit.ts'
import { count, typeList, typeName } from '../texts.ts'

/** Where the utility's security codes are to be forwarded. Nobody types a password or a code here. */
export function codesStep({ invitation, flow }: StepInput): StepView {
  // One address for each connection, so that a code finds the one it is for.
  const address = `codes-${(invitation.connectionId ?? '').slice(0, 8)}@nectar-sandbox.example`
  return {
    title: 'Forward security codes',
    heading: 'Let the security codes reach us',
    sub: 'Your sign-in is still good, so no password is needed. Only the codes it asks for no longer arrive.',
    body: html`${providerCard(flow.provider)}
<ol class="todo">
<li><b>Open the mailbox or the phone</b><span>The one that gets the codes of ${flow.provider?.name ?? 'your utility'}.</span></li>
<li><b>Forward its codes to this address</b><span><code class="address">${address}</code></span></li>
<li><b>Tell us when it is set up</b><span>Then the next check waits for a code at that address.</span></li>
</ol>`,
    next: 'I have set it up',
  }
}

/** Which sites, which bills, since when, and who keeps the login. */
export function configureStep(input: StepInput): StepView {
  const { state, flow, feedback } = input
  const choices = flow.choices ?? defaultChoices(input)
  return {
    title: 'Sites and data',
    heading: 'What should be collected?',
    sub: 'Choose the sites this sign-in covers.',
    body: html`<div class="configure">
${siteList(input, choices.sites)}
<div class="decisions">
<fieldset ${describedBy(feedback, 'type')}>
<legend class="label">Collect</legend>
<div class="types">${offeredTypes(flow, choices.types).map(
      (type) =>
        html`<label class="type">${checkbox('type', type, choices.types)}<span>${typeName(type)}</span></label>`,
    )}</div>
${errorText(feedback, 'type')}
</fieldset>
${field(feedback, {
  name: 'since',
  label: 'Bills since',
  value: choices.since,
  hint: 'Utilities often keep 24 months.',
  attributes: html`type="date" max="${today(state)}"`,
})}
${field(feedback, {
  name: 'owner',
  label: 'Who keeps this login? (optional)',
  value: choices.owner,
  hint: 'Asked if it stops working.',
  attributes: html`type="email" autocomplete="email" placeholder="name@company.com"`,
})}
</div>
</div>`,
    back: 'Back',
    backKeepsChoices: true,
    next: 'Send details',
  }
}

function siteList({ state, invitation, feedback }: StepInput, chosen: readonly string[]): Html {
  const sites = activeSitesOf(state, invitation.companyId)
  if (sites.length === 0) {
    return html`<div><p class="label">Sites</p><p class="sub">No sites have been set up yet. They can be assigned later.</p></div>`
  }
  const picked = sites.filter((site) => chosen.includes(site.id)).length
  return html`<fieldset class="sites" data-sites ${describedBy(feedback, 'site')}>
<legend class="label">Sites</legend>
<p class="sites-tools"><span role="status" data-chosen>${picked} of ${sites.length} chosen</span><button type="button" class="as-link" hidden data-all>All</button></p>
${errorText(feedback, 'site')}
<ul>${sites.map(
    ({ id, name, address }) =>
      html`<li><label>${checkbox('site', id, chosen)}<span><b>${name}</b>${address && html`<small>${address}</small>`}</span></label></li>`,
  )}</ul>
</fieldset>`
}

function checkbox(name: string, value: string, chosen: readonly string[]): Html {
  return html`<input type="checkbox" name="${name}" value="${value}" ${chosen.includes(value) && html`checked`}>`
}

function describedBy(feedback: Feedback, name: string): Html | null {
  return feedback.errors[name] === undefined ? null : html`aria-describedby="${name}-error" data-invalid`
}

const CHECK_AT_MOST_MS = 48 * 3_600_000

/** The end. It says what was received and no more: whether the sign-in works is not known yet. */
export function doneStep({ state, flow }: StepInput): StepView {
  const { at, siteCount, types, since } = flow.summary ?? {
    at: state.time.now(),
    siteCount: 0,
    types: [],
    since: null,
  }
  const collected = [typeList(types), since && `bills since ${day(since)}`].filter(Boolean)
  const forwarded = flow.start === 'codes'
  return {
    title: 'Details received',
    glyph: html`<span class="glyph glyph-good">${icon('check')}</span>`,
    heading: 'Details received',
    sub: `Nothing more for you to do. ${forwarded ? 'Whether the codes arrive' : 'Your sign-in'} is being checked now; ${state.options.brand.name} shows you how that went, or if something is missing.`,
    body: html`<ol class="path">
<li data-done><b>Details received</b><span>${dateTime(at)}</span></li>
<li><b>First check</b><span>Usually within hours, at the latest ${dateTime(at + CHECK_AT_MOST_MS)}</span></li>
<li><b>First bills</b><span>A few days after that</span></li>
</ol>
<dl class="facts">
${fact('Utility', flow.provider?.name)}
${
  // Who holds the link did not type the username here, and need not know it.
  forwarded ? fact('Security codes', 'Forwarded') : fact('Signed in as', flow.login?.username)
}
${siteCount > 0 && fact('Sites', count(siteCount, 'site'))}
${collected.length > 0 && fact('Collected', collected.join(', '))}
</dl>`,
    note: 'You can close this page.',
  }
}

function fact(name: string, value: string | undefined): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}
