import { type ErrorCode, type HealthResponse, PROTOCOL_VERSION } from '@nectar-connect/contract/wire'
import type { Recorded } from '../changes/recorder.ts'
import type { Route } from '../http/route.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { trimOldest } from '../lib/shared-work.ts'
import type { ConnectionChange } from '../stores/connect-store.ts'

/** In milliseconds. Nectar's webhook about a submission comes within minutes, and waiting longer costs requests. */
const AWAITED_MS = 60 * 60_000
/** In milliseconds. The webhook about a submission may come just before we notice that submission. */
const AHEAD_MS = 60_000
/** In milliseconds: for so long a page asks every two seconds what became of details that were sent. */
const EAGER_MS = 5 * 60_000
const CAPACITY = 1_000

export type WebhookTrust = ReturnType<typeof createWebhookTrust>

/** Whether webhooks arrive reliably, or Nectar has to be polled as if there were none. */
export function createWebhookTrust({ isConfigured, now }: { isConfigured: boolean; now: () => number }) {
  let hasArrived = false
  const submissions = new Set<string>()
  /** In milliseconds since the epoch, by company: when the latest one came, and until when the next one is awaited. */
  const arrivals = new Map<string, number>()
  const awaited = new Map<string, number>()
  /** When details were last sent, by company, in milliseconds since the epoch. */
  const sent = new Map<string, number>()

  /** As the last of all, so that it is forgotten last. */
  function setNewest(kept: Map<string, number>, companyId: string, at: number) {
    kept.delete(companyId)
    kept.set(companyId, at)
    trimOldest(kept, CAPACITY)
  }

  return {
    /** A verified webhook came, to this process or another one. `companyId`: its company; null: it does not matter. */
    arrived(companyId: string | null) {
      hasArrived = true
      if (companyId === null) return
      awaited.delete(companyId)
      setNewest(arrivals, companyId, now())
    },
    /** Somebody used an invitation: the next webhook about the company, or the last, shows that they come. */
    submitted(companyId: string, invitationId: string) {
      if (submissions.has(invitationId)) return
      submissions.add(invitationId)
      trimOldest(submissions, CAPACITY)
      setNewest(sent, companyId, now())
      const hasJustArrived = now() < (arrivals.get(companyId) ?? -AHEAD_MS) + AHEAD_MS
      if (!hasJustArrived) setNewest(awaited, companyId, now() + AWAITED_MS)
    },
    /** Whether somebody of the company used an invitation a few minutes ago. */
    hasJustSubmitted: (companyId: string) => now() < (sent.get(companyId) ?? -EAGER_MS) + EAGER_MS,
    /** Whether deliveries can be accepted at all, and do come. */
    state: (): HealthResponse['webhooks'] =>
      !isConfigured ? 'not_configured' : hasArrived ? 'arriving' : 'none_yet',
    /** How changes of a company get here: by webhooks, or found whenever somebody reads. */
    live(companyId: string): 'stream' | 'poll' {
      if (!isConfigured || !hasArrived) return 'poll'
      return now() < (awaited.get(companyId) ?? 0) ? 'poll' : 'stream'
    },
  }
}

/** Liveness, and whether webhooks arrive. Says nothing about any user, so it needs no session. */
export function healthRoute(
  deliveries: Pick<Deliveries, 'lastAcceptedAt'>,
  webhookTrust: Pick<WebhookTrust, 'state'>,
): Route {
  return {
    method: 'GET',
    path: '/health',
    access: 'public',
    async run() {
      return {
        status: 'ok',
        protocol: PROTOCOL_VERSION,
        webhooks: webhookTrust.state(),
        lastWebhookAt: deliveries.lastAcceptedAt(),
      } satisfies HealthResponse
    },
  }
}

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

function keep(deliveries: WebhookDelivery[], delivery: WebhookDelivery, most: number) {
  deliveries.push(delivery)
  if (deliveries.length > most) deliveries.shift()
}
