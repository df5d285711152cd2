/** In milliseconds. Nectar tells of what was submitted within minutes, and what is looked at for longer costs requests. */
const AWAITED_MS = 60 * 60_000
const CAPACITY = 1_000

/** Whether webhooks can be relied on to tell what changes, or Nectar has to be looked at as if there were none. */
export interface WebhookTrust {
  /** A verified webhook came, to this process or another one. `companyId`: whom it is about; null: it does not matter. */
  arrived(companyId: string | null): void
  /** Somebody used an invitation: the next webhook about the company shows that they still come. */
  submitted(companyId: string, invitationId: string): void
  hasArrived(): boolean
  /** How changes of a company get here: told by Nectar, or found whenever somebody reads. */
  live(companyId: string): 'stream' | 'poll'
}

/** @param isConfigured whether there is a secret to verify webhooks with */
export function createWebhookTrust({
  isConfigured,
  now,
}: {
  isConfigured: boolean
  now: () => number
}): WebhookTrust {
  let hasArrived = false
  const submissions = new Set<string>()
  /** Until when, in milliseconds since the epoch, by company. */
  const awaited = new Map<string, number>()
  return {
    arrived(companyId) {
      hasArrived = true
      if (companyId !== null) awaited.delete(companyId)
    },
    submitted(companyId, invitationId) {
      if (submissions.has(invitationId)) return
      submissions.add(invitationId)
      forgetOldest(submissions)
      awaited.delete(companyId)
      awaited.set(companyId, now() + AWAITED_MS)
      forgetOldest(awaited)
    },
    hasArrived: () => hasArrived,
    live(companyId) {
      if (!isConfigured || !hasArrived) return 'poll'
      return now() < (awaited.get(companyId) ?? 0) ? 'poll' : 'stream'
    },
  }
}

function forgetOldest(kept: Set<string> | Map<string, number>) {
  const [oldest] = kept.keys()
  if (kept.size > CAPACITY && oldest !== undefined) kept.delete(oldest)
}
