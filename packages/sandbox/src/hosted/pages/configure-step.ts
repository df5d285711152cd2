import { activeSitesOf, type SiteRecord } from '../../core/records.ts'
import { type Html, html } from '../../lib/html.ts'
import type { Feedback } from '../next-step.ts'
import { defaultChoices, offeredTypes, today } from '../parts/choices.ts'
import { typeName } from '../parts/text.ts'
import { errorText, field, heading, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

/** Which sites, which bills, since when, and who keeps the login. */
export function configureStep({ world, invitation, flow, feedback, arrival }: StepInput): StepView {
  const choices = flow.choices ?? defaultChoices(world, invitation, flow)
  const sites = activeSitesOf(world.state, invitation.companyId)
  return {
    title: 'Sites and data',
    body: html`${heading('What should be collected?', 'Choose the sites this sign-in covers.', arrival)}
<div class="configure">
${siteList(sites, choices.sites, feedback)}
<div class="decisions">
<fieldset ${describedBy('type', feedback)}>
<legend class="label">Collect</legend>
<div class="types">${offeredTypes(flow, choices.types).map(
      (type) =>
        html`<label class="type"><input type="checkbox" name="type" value="${type}" ${choices.types.includes(type) && html`checked`}><span>${typeName(type)}</span></label>`,
    )}</div>
${errorText('type', feedback)}
</fieldset>
${field(
  {
    name: 'since',
    label: 'Bills since',
    value: choices.since,
    hint: 'Utilities often keep 24 months.',
    attributes: html`type="date" max="${today(world)}"`,
  },
  feedback,
)}
${field(
  {
    name: 'owner',
    label: 'Who keeps this login? (optional)',
    value: choices.owner,
    hint: 'Asked if it stops working.',
    attributes: html`type="email" autocomplete="email" placeholder="name@company.com"`,
  },
  feedback,
)}
</div>
</div>`,
    back: 'Back',
    next: 'Send details',
  }
}

function siteList(sites: readonly SiteRecord[], chosen: readonly string[], feedback: Feedback): Html {
  if (sites.length === 0) {
    return html`<div><p class="label">Sites</p><p class="sub">No sites have been set up yet. They can be assigned later.</p></div>`
  }
  const picked = sites.filter((site) => chosen.includes(site.id)).length
  return html`<fieldset class="sites" data-sites ${describedBy('site', feedback)}>
<legend class="label">Sites</legend>
<p class="sites-tools"><span role="status" data-chosen>${picked} of ${sites.length} chosen</span><button type="button" class="as-link" hidden data-all>All</button></p>
${errorText('site', feedback)}
<ul>${sites.map(
    (site) =>
      html`<li><label><input type="checkbox" name="site" value="${site.id}" ${chosen.includes(site.id) && html`checked`}><span><b>${site.name}</b>${site.address && html`<small>${site.address}</small>`}</span></label></li>`,
  )}</ul>
</fieldset>`
}

function describedBy(name: string, feedback: Feedback): Html | null {
  return feedback.errors[name] === undefined ? null : html`aria-describedby="${name}-error" data-invalid`
}
