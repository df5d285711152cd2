import { type HealthResponse, PROTOCOL_VERSION } from '@nectar-connect/contract/wire'
import type { Route } from '../http/route.ts'
import { trimOldest } from '../lib/shared-work.ts'
import type { Deliveries } from './deliveries.ts'

/** In milliseconds. Nectar's webhook about a submission comes within minutes, and waiting longer costs requests. */
const AWAITED_MS = 60 * 60_000
/** In milliseconds. The webhook about a submission may come just before we notice that submission. */
const AHEAD_MS = 60_000
const CAPACITY = 1_000

export type WebhookTrust = ReturnType<typeof createWebhookTrust>

/**
 * Whether webhooks arrive reliably, or Nectar has to be polled as if there were none.
 *
 * @param isConfigured whether there is a secret to verify webhooks with
 */
export function createWebhookTrust({ isConfigured, now }: { isConfigured: boolean; now: () => number }) {
  let hasArrived = false
  const submissions = new Set<string>()
  /** In milliseconds since the epoch, by company: when the latest one came, and until when the next one is awaited. */
  const arrivals = new Map<string, number>()
  const awaited = new Map<string, number>()

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
    /**
     * Somebody used an invitation, as is seen now: the next webhook about the company shows that they still come, or the
     * one that came just before.
     */
    submitted(companyId: string, invitationId: string) {
      if (submissions.has(invitationId)) return
      submissions.add(invitationId)
      trimOldest(submissions, CAPACITY)
      const hasJustArrived = now() < (arrivals.get(companyId) ?? -AHEAD_MS) + AHEAD_MS
      if (!hasJustArrived) setNewest(awaited, companyId, now() + AWAITED_MS)
    },
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
