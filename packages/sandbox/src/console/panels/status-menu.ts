import { STATUS_CATALOG, type StatusGroup } from '@nectar-connect/contract/wire'
import { type Html, html } from '../../lib/html.ts'
import { icon } from '../parts/icons.ts'
import { statusMark } from '../parts/status-mark.ts'

const GROUPS: readonly (readonly [StatusGroup, string])[] = [
  ['healthy', 'Healthy'],
  ['waiting', 'Waiting'],
  ['needs-you', 'Customer'],
  ['provider', 'Provider'],
  ['inactive', 'Inactive'],
]

/** All statuses on one surface, for whichever connection it was opened. The script places and fills it. */
export function statusMenu(): Html {
  const statuses = Object.keys(STATUS_CATALOG).sort((a, b) => columns(a) - columns(b))
  return html`<form class="menu" id="status-menu" popover role="dialog" aria-labelledby="status-menu-title">
<h2 class="unseen" id="status-menu-title" data-menu-title></h2>
<div class="menu-groups">
${GROUPS.map(
  ([group, title]) => html`<div role="group" aria-label="${title}"><b aria-hidden="true">${title}</b><p>
${statuses.filter((status) => statusMark(status).group === group).map((status) => choice(status))}</p></div>`,
)}
<div role="group" aria-label="Collection"><b aria-hidden="true">Collection</b><p><button type="button" data-choice="" data-active-switch></button></p></div>
<div role="group" aria-label="Unknown"><b aria-hidden="true">Unknown</b><p>${choice('TARIFF_MIGRATION')}<span class="own"><input class="field mono" name="own" aria-label="Another status" placeholder="Type your own…" pattern="\\S.*" maxlength="80" autocomplete="off" spellcheck="false"><button class="btn" type="submit">Set</button></span></p></div>
</div>
<footer><label class="tick-box"><input type="checkbox" name="telling" checked> Send webhooks: updated and validated</label><span class="dim">Without, it is a lost webhook</span></footer>
</form>`
}

/** The widest come last in their group, where they have the room of two. */
function columns(status: string): number {
  return status.length > 22 ? 2 : 1
}

function choice(status: string): Html {
  const { group, mark } = statusMark(status)
  return html`<button type="button" data-g="${group}" data-choice="${status}" aria-pressed="false">${icon(mark)}${status}</button>`
}
