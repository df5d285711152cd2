import { FAULT_SIDES, type FaultKind } from '../../faults/fault-schema.ts'
import { type Html, html } from '../../lib/html.ts'
import { FAULT_KINDS } from '../parts/fault-text.ts'
import { icon } from '../parts/icons.ts'

const KINDS = Object.keys(FAULT_KINDS) as FaultKind[]
const API_KINDS = KINDS.filter((kind) => FAULT_SIDES[kind] === 'api').join(' ')

/**
 * Adds any fault. Fields show for the kinds in their `data-kinds`; the script sends those that show and are
 * filled in.
 */
export function faultForm(routes: readonly string[]): Html {
  return html`<form class="add" data-form="addFault" data-said="The fault is on" data-keep aria-label="Add a fault">
<label class="pick"><span class="unseen">What goes wrong</span><select class="field" name="kind">${KINDS.map((kind) => html`<option value="${kind}">${FAULT_KINDS[kind].title}</option>`)}</select></label>
<label class="pick" data-kinds="${API_KINDS}"><span class="unseen">Route</span><select class="field mono" name="route"><option value="">All of the API</option>${routes.map((route) => html`<option value="${route}">${route}</option>`)}</select></label>
<label class="pick" data-kinds="latency slow"><input class="field num" type="number" name="ms" value="3000" min="0" max="600000" step="100" required> ms</label>
<label class="pick" data-kinds="status" hidden><span class="unseen">Status code</span><input class="field num" type="number" name="code" value="503" min="400" max="599" required disabled></label>
<label class="pick"><span class="unseen">When</span><select class="field" name="times" data-number><option value="">every call</option><option value="1">next call</option><option value="2">next 2 calls</option><option value="5">next 5 calls</option></select></label>
<button class="btn" type="submit">${icon('plus')}Add fault</button>
</form>`
}
