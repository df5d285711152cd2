import type { WebhookDelivery } from '@nectar-connect/sandbox'
import { RotateCcw } from 'lucide-react'
import { RunButton } from './control.tsx'
import { formatClock, formatSpan, shortEventId } from './format.ts'
import { CopyButton, Panel } from './parts.tsx'
import { Go, useConsole } from './use-console.tsx'

/** Every event and what became of it; one of them in full. */
export function DeliveriesPanel() {
  const { snapshot, deliveries, moment } = useConsole()
  const { webhookTries } = snapshot.reference
  const held = deliveries.filter(({ state }) => state === 'held').length
  const names = new Map(snapshot.connections.map(({ id, datasource }) => [id, datasource.name]))
  const nameOf = ({ connectionId }: WebhookDelivery) => names.get(connectionId ?? '')
  return (
    <Panel
      id="deliveries"
      title="Webhook deliveries"
      note={`${deliveries.filter(isFailing).length} failing of ${deliveries.length}`}
      actions={
        <>
          <RunButton text="Hold" call={['holdWebhooks']} said="Webhooks are held back" />
          <RunButton text={`Release ${held || ''}`} call={['releaseWebhooks']} said="Webhooks are released" />
        </>
      }
      empty="None yet. Change a status, or link a utility."
      rows={deliveries}
      keyOf={({ id }) => id}
      most={40}
      columns={[
        ['Event', 'event-column mono', ({ id }, isChosen) => <EventLink id={id} isChosen={isChosen} />],
        ['Type', 'wide type-column mono', ({ type }) => type.replace(/^connection\./, '')],
        ['About', 'dim cut', (delivery) => nameOf(delivery) ?? 'no connection'],
        ['Tries', 'tries-column num', ({ attempts }) => `${attempts.length} of ${webhookTries}`],
        ['Last', 'result-column end', (delivery) => <Result {...delivery} />],
        ['Ago', 'wide ago-column num dim end', ({ createdAt }) => formatSpan(moment - createdAt)],
      ]}
      detail={{ name: 'delivery', show: (one) => <Detail {...one} about={nameOf(one)} /> }}
    />
  )
}

function EventLink({ id, isChosen }: { id: string; isChosen: boolean }) {
  return (
    <Go to={{ delivery: id }} isCurrent={isChosen}>
      {shortEventId(id)}
    </Go>
  )
}

function Result(delivery: WebhookDelivery) {
  const good = delivery.state === 'delivered' ? 'good' : ''
  return <span className={`result ${isFailing(delivery) ? 'bad' : good}`}>{resultOf(delivery)}</span>
}

/** One event: its tries, its body, and sending it again. @param delivery.about the utility */
function Detail({ about, ...delivery }: WebhookDelivery & { about: string | undefined }) {
  const { deliveries, moment } = useConsole()
  const { id, type, attempts, nextAttemptAt, connectionId, createdAt, body } = delivery
  const older = deliveries.find((one) => one.connectionId === connectionId && one.createdAt < createdAt)
  const event = shortEventId(id)
  const tries = attempts.length === 1 ? '1 try' : `${attempts.length} tries`
  const next = nextAttemptAt === null ? '' : `, next in ${formatSpan(nextAttemptAt - moment)}`
  const send = (ids: string[], inParallel = false) => ['sendWebhooks', { ids, inParallel }] as const
  return (
    <section className="detail" aria-labelledby="detail-title">
      <div>
        <h3 id="detail-title" className="mono">
          {type}
        </h3>
        <p className="dim">
          <span className="mono">{id}</span>
          <CopyButton text={id} what="event id" />
          {`${about ? `${about}. ` : ''}${tries}${next}.`}
        </p>
      </div>
      <p className="answers">
        <RunButton
          className="btn ink"
          Icon={RotateCcw}
          text="Send again"
          call={send([id])}
          said={`${event} was sent again`}
        />
        <RunButton text="Twice at once" call={send([id, id], true)} said={`${event} was sent twice`} />
        {older && (
          <RunButton
            text="Before an older one"
            call={send([id, older.id])}
            said={`${event} was sent before ${shortEventId(older.id)}`}
          />
        )}
      </p>
      {attempts.length > 0 && (
        <ol className="attempts">
          {attempts.map(({ at, outcome, status }) => (
            <li key={at} className={outcome === 'accepted' ? 'good' : 'bad'}>
              <span className="mono">{formatClock(at)}</span>
              <span className="result">{status ?? '–'}</span>
              <span className="dim">{outcome.replace('-', ' ')}</span>
            </li>
          ))}
        </ol>
      )}
      <textarea className="json" readOnly rows={16} aria-label="Body" value={JSON.stringify(body, null, 2)} />
    </section>
  )
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
