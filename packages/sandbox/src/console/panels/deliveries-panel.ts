import { type Html, html } from '../../lib/html.ts'
import { RETRY_WAITS_MS } from '../../webhooks/webhook-endpoint.ts'
import type { WebhookDelivery } from '../../webhooks/webhook-types.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf } from '../parts/console-address.ts'
import { callOf } from '../parts/control-call.ts'
import { nothing, panel, shortEvent } from '../parts/parts.ts'
import { spanText } from '../parts/time-text.ts'
import { deliveryDetail } from './delivery-detail.ts'

const MOST = 40
const TRIES = RETRY_WAITS_MS.length + 1

/** Every event and what became of it; one of them in full. */
export function deliveriesPanel(input: ConsoleInput): Html {
  const { deliveries, address } = input
  const shown = address.isFull ? deliveries : deliveries.slice(0, MOST)
  const chosen = deliveries.find(({ id }) => id === address.delivery) ?? deliveries[0]
  const held = deliveries.filter(({ state }) => state === 'held').length
  return panel({
    id: 'deliveries',
    title: 'Webhook deliveries',
    note:
      deliveries.length === 0
        ? undefined
        : `${deliveries.filter(isFailing).length} failing of ${deliveries.length}`,
    actions: html`<button class="btn" ${callOf('Webhooks are held back', 'holdWebhooks')}>Hold</button><button class="btn" ${callOf('Webhooks are released', 'releaseWebhooks')}>Release${held > 0 && ` ${held}`}</button>`,
    body:
      chosen === undefined
        ? nothing('None yet. Change a status, or link a utility.')
        : html`<div class="split"><div><table>
<thead><tr><th class="event-column">Event</th><th class="wide type-column">Type</th><th>About</th><th class="tries-column">Tries<span class="wide">, of ${TRIES}</span></th><th class="result-column end">Last</th><th class="wide ago-column end">Ago</th></tr></thead>
<tbody>${shown.map((delivery) => row(input, delivery, delivery.id === chosen.id))}</tbody>
</table>${
            shown.length < deliveries.length &&
            html`<p class="more"><a href="${hrefOf(address, { isFull: true })}" data-go>${deliveries.length - shown.length} more</a></p>`
          }</div>
${deliveryDetail(input, chosen)}</div>`,
  })
}

function row({ world, address }: ConsoleInput, delivery: WebhookDelivery, isChosen: boolean): Html {
  const { id, type, connectionId, createdAt } = delivery
  const about = connectionId === null ? null : world.state.connections.get(connectionId)?.datasource.name
  return html`<tr id="delivery-${id}"${isChosen && html` class="is-chosen"`}>
<th scope="row" class="mono"><a href="${hrefOf(address, { delivery: id })}" data-go${isChosen && html` aria-current="true"`}>${shortEvent(id)}</a></th>
<td class="wide mono">${type.replace(/^connection\./, '')}</td>
<td class="dim cut">${about ?? 'no connection'}</td>
<td>${tries(delivery)}</td>
<td class="end"><span class="result ${isFailing(delivery) ? 'bad' : delivery.state === 'delivered' ? 'good' : ''}">${resultOf(delivery)}</span></td>
<td class="wide end num dim">${spanText(world.time.moment() - createdAt)}</td>
</tr>`
}

/** One box for each try that there is. */
function tries({ attempts, state }: WebhookDelivery): Html {
  const boxes: string[] = attempts.slice(-TRIES).map(({ outcome }) => (outcome === 'accepted' ? 'ok' : 'no'))
  if (state === 'waiting' || state === 'sending') boxes.push('next')
  while (boxes.length < TRIES) boxes.push('')
  const accepted = attempts.filter(({ outcome }) => outcome === 'accepted').length
  return html`<span class="tries" role="img" aria-label="${attempts.length} tried, ${accepted} accepted">${boxes
    .slice(0, TRIES)
    .map((box) => html`<i class="${box}"></i>`)}</span>`
}

export function isFailing({ state }: WebhookDelivery): boolean {
  return state === 'waiting' || state === 'given-up'
}

/** Such as `200`, `gave up` or `held`. */
export function resultOf({ state, attempts }: WebhookDelivery): string {
  if (state === 'given-up') return 'gave up'
  if (state === 'held' || state === 'not-sent') return state.replace('-', ' ')
  const last = attempts.at(-1)
  return last === undefined ? 'sending' : String(last.status ?? last.outcome.replace('-', ' '))
}
