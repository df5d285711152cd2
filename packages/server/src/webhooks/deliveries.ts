import type { ErrorCode } from '@nectar-connect/contract/wire'
import type { Recorded } from '../changes/recorder.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { ConnectionChange } from '../stores/connect-store.ts'

/** A delivery to `POST /webhooks`, and its outcome. */
export interface WebhookDelivery {
  /** ISO 8601, UTC. */
  receivedAt: string
  /** `svix-id`; of a refused delivery it is what the sender says. */
  eventId: string | null
  /** For example `connection.updated.v2`; null until the body was read. */
  type: string | null
  /**
   * `pending`: being handled. `committed`: handled and marked so. `duplicate`: it was handled before. `busy`: it, or
   * another event of its connection, is being handled. `refused`: nothing that can be used. `failed`: it comes again.
   */
  outcome: 'pending' | 'committed' | 'duplicate' | 'busy' | 'refused' | 'failed'
  /** Why it was refused or failed. */
  reason: { code: ErrorCode; message: string } | null
  /** How long your own function took, in milliseconds; null when it was not called. */
  handlerMs: number | null
  /** The change that it made, if any. */
  change: ConnectionChange | null
}

const KEPT = 200
const KEPT_REFUSED = 50

export type Deliveries = ReturnType<typeof createDeliveries>

/** The latest deliveries, in memory. Refused ones cannot push the others out: anybody can send those. */
export function createDeliveries() {
  const taken: WebhookDelivery[] = []
  const refused: WebhookDelivery[] = []
  let lastAcceptedAt: string | null = null

  return {
    begin(receivedAt: number, eventId: string | null) {
      const delivery: WebhookDelivery = {
        receivedAt: new Date(receivedAt).toISOString(),
        eventId: eventId?.slice(0, 200) ?? null,
        type: null,
        outcome: 'pending',
        reason: null,
        handlerMs: null,
        change: null,
      }
      return {
        setType(type: string) {
          delivery.type = type
          keep(taken, delivery, KEPT)
        },
        settle(recorded: Recorded) {
          const { state } = recorded
          if (state === 'busy') {
            delivery.outcome = 'busy'
          } else if (state === 'lost') {
            delivery.outcome = 'failed'
            delivery.reason = { code: 'busy', message: 'Its claim timed out before it could be committed.' }
          } else {
            delivery.outcome = state === 'done' ? 'duplicate' : 'committed'
            if (state === 'committed') {
              delivery.change = recorded.change
              delivery.handlerMs = recorded.handlerMs
            }
            if (delivery.receivedAt > (lastAcceptedAt ?? '')) lastAcceptedAt = delivery.receivedAt
          }
        },
        fail(error: unknown) {
          const { code, message } = NectarConnectError.isInstance(error)
            ? error
            : new NectarConnectError('internal_error')
          delivery.reason = { code, message }
          delivery.outcome = delivery.type === null ? 'refused' : 'failed'
          if (delivery.type === null) keep(refused, delivery, KEPT_REFUSED)
        },
      }
    },
    /** Newest first. */
    list: (): WebhookDelivery[] =>
      [...refused, ...taken]
        .reverse()
        .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : 0))
        .map((delivery) => ({ ...delivery })),
    /** When the last accepted one came, ISO 8601, UTC. */
    lastAcceptedAt: () => lastAcceptedAt,
    /** When an event first came, among those that are kept, in milliseconds since the epoch. */
    firstSeenAt(eventId: string): number | null {
      const first = taken.find((delivery) => delivery.eventId === eventId)
      return first ? Date.parse(first.receivedAt) : null
    },
  }
}

/** Adds at the end, and lets the oldest go. */
function keep(deliveries: WebhookDelivery[], delivery: WebhookDelivery, most: number) {
  deliveries.push(delivery)
  if (deliveries.length > most) deliveries.shift()
}
