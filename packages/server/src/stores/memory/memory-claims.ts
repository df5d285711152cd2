import type { Claim, ClaimToken } from '../changes.ts'
import { CLAIM_MS, HANDLED_KEPT_MS } from '../connect-store.ts'

/** Which events are being handled, and which were. */
export interface MemoryClaims {
  claim(eventId: string, subject: string): Claim
  /** Ends a claim as handled. @returns false, doing nothing, when it no longer holds. */
  finish(token: ClaimToken): boolean
  release(token: ClaimToken): void
}

export function createMemoryClaims(now: () => number): MemoryClaims {
  const claims = new Map<string, { nonce: string; subject: string; endsAt: number }>()
  const holders = new Map<string, string>()
  /** By when they were handled, so that the oldest come first. */
  const handled = new Map<string, number>()

  const isLive = (eventId: string | undefined) =>
    eventId !== undefined && (claims.get(eventId)?.endsAt ?? 0) > now()

  const drop = (eventId: string) => {
    const claim = claims.get(eventId)
    if (claim && holders.get(claim.subject) === eventId) holders.delete(claim.subject)
    claims.delete(eventId)
  }
  const holds = ({ eventId, nonce }: ClaimToken) => isLive(eventId) && claims.get(eventId)?.nonce === nonce

  const forgetOld = () => {
    for (const [eventId, until] of handled) {
      if (until > now()) break
      handled.delete(eventId)
    }
    for (const [eventId, { endsAt }] of claims) {
      if (endsAt > now()) break
      drop(eventId)
    }
  }
  return {
    claim(eventId, subject) {
      forgetOld()
      if (handled.has(eventId)) return { state: 'done' }
      if (isLive(eventId) || isLive(holders.get(subject))) return { state: 'busy' }
      drop(eventId)
      const nonce = crypto.randomUUID()
      claims.set(eventId, { nonce, subject, endsAt: now() + CLAIM_MS })
      holders.set(subject, eventId)
      return { state: 'claimed', token: { eventId, subject, nonce } }
    },
    finish(token) {
      if (!holds(token)) return false
      drop(token.eventId)
      handled.set(token.eventId, now() + HANDLED_KEPT_MS)
      return true
    },
    release(token) {
      if (holds(token)) drop(token.eventId)
    },
  }
}
