import { timestampToMs } from '@nectar-connect/contract/nectar'

/** When a request was sent and answered, on the host's clock. */
export interface Moments {
  sentAt: number
  receivedAt: number
}

/** Nectar's clock as far as its answers give it away, so that a wrong clock on the host does not matter. */
export interface NectarClock {
  /** Learns from a `Date` header or a `createdAt` that was made between these moments. */
  observe(stamp: string | null, moments: Moments): void
  /**
   * Milliseconds left until a Nectar date-time, at least 0; null for null, which means never. Never more than there
   * really are, as far as that can be known: a link that dies early is renewed, one that dies late fails a customer.
   */
  remainingMs(expiresAt: string | null): number | null
}

/** What a clock may be off before it is worth a word, in milliseconds: webhooks are refused from five minutes on. */
const WORTH_A_WORD_MS = 60_000

/**
 * Every stamp bounds Nectar's clock: it was made after the request was sent and before the answer came, and it hides
 * up to a second. The bounds of several stamps are intersected; when they no longer meet, a clock was set and only the
 * newest count.
 *
 * @param onSkew Told whenever the two clocks are certainly more than a minute apart.
 */
export function createNectarClock(now: () => number, onSkew: () => void = () => {}): NectarClock {
  let bounds: { least: number; most: number } | null = null
  return {
    observe(stamp, { sentAt, receivedAt }) {
      const read = stamp === null ? null : readStamp(stamp)
      if (read === null) return
      const fresh = { least: read.ms - receivedAt, most: read.ms + read.resolutionMs - sentAt }
      const met = bounds && {
        least: Math.max(bounds.least, fresh.least),
        most: Math.min(bounds.most, fresh.most),
      }
      bounds = met && met.least <= met.most ? met : fresh
      if (bounds.least > WORTH_A_WORD_MS || bounds.most < -WORTH_A_WORD_MS) onSkew()
    },
    remainingMs(expiresAt) {
      if (expiresAt === null) return null
      const end = timestampToMs(expiresAt)
      return Math.max(0, Math.floor(end - (now() + (bounds?.most ?? 0))))
    },
  }
}

function readStamp(stamp: string): { ms: number; resolutionMs: number } | null {
  const iso = timestampToMs(stamp)
  if (Number.isFinite(iso)) return { ms: iso, resolutionMs: /\.\d{3}/.test(stamp) ? 1 : 1000 }
  const http = Date.parse(stamp)
  return Number.isFinite(http) ? { ms: http, resolutionMs: 1000 } : null
}
