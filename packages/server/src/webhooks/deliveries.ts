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
   * `pending`: being handled. `committed`: handled and marked so. `duplicate`: it was handled before. `busy`: another
   *another, is being handled. `refused`: nothing that can be used. `failed`: it comes again.
   */
  outcome: 'pending' | 'committed' | 'duplicate' | 'busy' | 'refused' | 'failed'
  /** Why it was refused or failed. */
  reason: { code: ErrorCode; message: string } | null
  /** How long your own function took, in milliseconds; null when it was not called. */
  handlerMs: number | null
  /** The change that it made, if any. */
  change: ConnectionChange | null
}

/** The latest deliveries, in memory. Refused ones cannot push the others out: anybody can send those. */
export interface Deliveries {
  begin(receivedAt: number, eventId: string | null): DeliveryEntry
  /** Newest first. */
  list(): WebhookDelivery[]
  /** When the last accepted one came, ISO 8601, UTC. */
  lastAcceptedAt(): string | null
  /** When an event first came, among those that are kept, in milliseconds since the epoch. */
  firstSeenAt(eventId: string): number | null
}

interface DeliveryEntry {
  setType(type: string): void
  settle(recorded: Recorded): void
  fail(error: unknown): void
}

const KEPT = 200
const KEPT_REFUSED = 50

export function createDeliveries(): Deliveries {
  const taken: WebhookDelivery[] = []
  const refused: WebhookDelivery[] = []
  let lastAcceptedAt: string | null = null
  return {
    begin(receivedAt, eventId) {
      const delivery: WebhookDelivery = {
        receivedAt: new Date(receivedAt).toISOString(),
        eventId: eventId?.slice(0, 200) ?? null,
        type: null,
        outcome: 'pending',
        reason: null,
        handlerMs: null,
        change: null,
      }
      const accept = () => {
        if (lastAcceptedAt === null || delivery.receivedAt > lastAcceptedAt) {
          lastAcceptedAt = delivery.receivedAt
        }
      }
      return {
        setType(type) {
          delivery.type = type
          keep(taken, delivery, KEPT)
        },
        settle(recorded) {
          if (recorded.state === 'committed') {
            const { change, handlerMs } = recorded
            Object.assign(delivery, { outcome: 'committed', change, handlerMs })
            accept()
          } else if (recorded.state === 'done') {
            delivery.outcome = 'duplicate'
            accept()
          } else if (recorded.state === 'busy') {
            delivery.outcome = 'busy'
          } else {
            delivery.outcome = 'failed'
            delivery.reason = { code: 'busy', message: 'Its claim timed out before it could be committed.' }
          }
        },
        fail(error) {
          const { code, message } = NectarConnectError.isInstance(error)
            ? error
            : new NectarConnectError('internal_error')
          delivery.reason = { code, message }
          const isTaken = delivery.type !== null
          delivery.outcome = isTaken ? 'failed' : 'refused'
          if (!isTaken) keep(refused, delivery, KEPT_REFUSED)
        },
      }
    },
    list: () =>
      [...refused, ...taken]
        .reverse()
        .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : 0))
        .map((delivery) => ({ ...delivery })),
    lastAcceptedAt: () => lastAcceptedAt,
    firstSeenAt(eventId) {
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
