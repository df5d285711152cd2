import { type Html, html } from '../../lib/html.ts'
import type { ConnectionRecord } from '../../state/records.ts'
import type { WebhookDelivery } from '../../webhooks/webhook-types.ts'
import type { ConsoleInput, World } from '../console-input.ts'
import { hrefOf } from '../parts/console-address.ts'
import { callOf } from '../parts/control-call.ts'
import { icon } from '../parts/icons.ts'
import { copyButton, nothing, panel, shortId } from '../parts/parts.ts'
import { statusMark } from '../parts/status-mark.ts'
import { spanText } from '../parts/time-text.ts'
import { resultOf } from './deliveries-panel.ts'

const MOST = 50

/** The connections of the company, in an order that no change of status upsets. */
export function connectionsPanel(input: ConsoleInput): Html {
  const { world, connections, companyId, address } = input
  const name = companyId === null ? null : world.state.companies.get(companyId)?.name
  const shown = address.isFull ? connections : connections.slice(0, MOST)
  const latest = latestByConnection(input.deliveries)
  return panel({
    id: 'connections',
    title: 'Connections',
    actions:
      companyId === null
        ? undefined
        : html`<button class="btn" ${callOf('The weekly check ran', 'runWeeklyCheck', { companyId })}>${icon('replay')}Run weekly check</button><button class="btn" type="button" popovertarget="add-connection">${icon('plus')}Connection</button>`,
    note: name ? `${connections.length} at ${name}` : undefined,
    body:
      connections.length === 0
        ? nothing('None yet. An invitation that somebody uses makes one.')
        : html`<table>
<thead><tr><th>Utility</th><th class="status-column">Status</th><th class="wide short-column">Since</th><th class="wide short-column end">Sites</th><th class="wide hook-column">Last webhook</th><th class="wide copy-column"><span class="unseen">Id</span></th></tr></thead>
<tbody>${shown.map((connection) => row(input, connection, latest.get(connection.id)))}</tbody>
</table>${
            shown.length < connections.length &&
            html`<p class="more"><a href="${hrefOf(address, { isFull: true })}" data-go>${connections.length - shown.length} more</a></p>`
          }`,
  })
}

function row(
  { world }: ConsoleInput,
  { id, datasource, status, isActive, statusFirstSeen, siteIds }: ConnectionRecord,
  latest: WebhookDelivery | undefined,
): Html {
  const { group, mark } = statusMark(status, isActive)
  return html`<tr id="connection-${id}">
<th scope="row"><span class="name">${datasource.name}</span> <span class="id">${shortId(id)}</span>${checking(world, id)}</th>
<td><button class="switch" type="button" data-g="${group}" data-status-of="${id}" data-name="${datasource.name}" data-status="${status}" data-active="${String(isActive)}" aria-haspopup="dialog" aria-label="${status}, status of ${datasource.name}. Change">${icon(mark)}<span class="cut">${status}</span>${!isActive && html`<span class="unseen">, not active</span>`}${icon('choose')}</button></td>
<td class="wide num dim">${spanText(world.time.now() - statusFirstSeen / 1000)}</td>
<td class="wide end num">${siteIds.length}</td>
<td class="wide dim">${latest ? `${latest.type.split('.')[1] ?? latest.type}, ${resultOf(latest)}` : 'none'}</td>
<td class="wide end">${copyButton(id, `id of ${datasource.name}`)}</td>
</tr>`
}

/** That a sign-in is being checked, and when that ends. */
function checking(world: World, connectionId: string): Html | null {
  const check = world.checks.get(connectionId)
  if (check === undefined) return null
  return html` <span class="checking">${icon('pulse')}being checked, ${spanText(Math.max(0, check.at - world.time.moment()))}</span>`
}

function latestByConnection(newestFirst: readonly WebhookDelivery[]): Map<string, WebhookDelivery> {
  const latest = new Map<string, WebhookDelivery>()
  for (const delivery of newestFirst) {
    const { connectionId } = delivery
    if (connectionId !== null && !latest.has(connectionId)) latest.set(connectionId, delivery)
  }
  return latest
}
