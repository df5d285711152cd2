import { type Html, html } from '../../lib/html.ts'
import type { DeliveryAttempt, WebhookDelivery } from '../../webhooks/webhook-types.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf } from '../parts/console-address.ts'
import { callOf } from '../parts/control-call.ts'
import { icon } from '../parts/icons.ts'
import { copyButton, shortEvent } from '../parts/parts.ts'
import { clockText, spanText } from '../parts/time-text.ts'

/** One event: its tries, its body, and sending it again. */
export function deliveryDetail(
  { world, address, deliveries }: ConsoleInput,
  delivery: WebhookDelivery,
): Html {
  const { id, type, attempts, nextAttemptAt, connectionId } = delivery
  const about = connectionId === null ? undefined : world.state.connections.get(connectionId)
  const older = deliveries.find(
    (other) => other.connectionId === connectionId && other.createdAt < delivery.createdAt,
  )
  const inMs = nextAttemptAt === null ? null : nextAttemptAt - world.time.moment()
  return html`<section class="detail" aria-labelledby="detail-title" data-address="${hrefOf(address, { delivery: id })}">
<div><h3 id="detail-title" class="mono">${type}</h3><p class="dim"><span class="mono">${id}</span>${copyButton(id, 'event id')}${about && html` ${about.datasource.name}.`} ${attempts.length === 1 ? '1 try' : `${attempts.length} tries`}${inMs !== null && `, next in ${spanText(inMs)}`}.</p></div>
<p class="answers"><button class="btn ink" ${callOf(`${shortEvent(id)} was sent again`, 'sendWebhooks', { ids: [id] })}>${icon('replay')}Send again</button><button class="btn" ${callOf(`${shortEvent(id)} was sent twice`, 'sendWebhooks', { ids: [id, id], inParallel: true })}>Twice at once</button>${
    older &&
    html`<button class="btn" ${callOf(`${shortEvent(id)} was sent before ${shortEvent(older.id)}`, 'sendWebhooks', { ids: [id, older.id] })}>Before an older one</button>`
  }</p>
${attempts.length > 0 && html`<ol class="attempts">${attempts.map((attempt) => tried(attempt))}</ol>`}
<pre class="json" dir="ltr" tabindex="0" aria-label="Body">${JSON.stringify(delivery.body, null, 2)}</pre>
</section>`
}

function tried({ at, outcome, status }: DeliveryAttempt): Html {
  const isGood = outcome === 'accepted'
  return html`<li class="${isGood ? 'good' : 'bad'}"><span class="mono">${clockText(at)}</span><span class="result ${isGood ? 'good' : 'bad'}">${status ?? '–'}</span><span class="dim">${outcome.replace('-', ' ')}</span></li>`
}
