/// <reference path="./rate-limiter-memory.d.ts" />
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { hostError } from '../host-error.ts'
import { NectarConnectError } from '../nectar-connect-error.ts'

/** Counts mails. Every limiter of `rate-limiter-flexible` is one. */
export interface MailLimiter {
  /** Rejects with `{ msBeforeNext }` when the key has used up its share. */
  consume(key: string, points?: number): Promise<unknown>
}

const MAILS_PER_HOUR = 20

/** Keeps the host from becoming a mail cannon. */
export interface MailLimit {
  /** @throws NectarConnectError `rate_limited`; `host_error` when the host's own limiter fails. */
  take(caller: { companyId: string; userId: string }): Promise<void>
}

/** @param options.mailsPerHour For each user. */
export function createMailLimit(options: { mailsPerHour?: number; limiter?: MailLimiter }): MailLimit {
  const limiter =
    options.limiter ??
    new RateLimiterMemory({ points: options.mailsPerHour ?? MAILS_PER_HOUR, duration: 3_600 })
  return {
    async take({ companyId, userId }) {
      try {
        await limiter.consume(`${companyId} ${userId}`)
      } catch (cause) {
        if (!isUsedUp(cause)) throw hostError('The "sharing.limiter" failed. No mail was sent.', cause)
        throw new NectarConnectError('rate_limited', { retryAfterMs: cause.msBeforeNext })
      }
    },
  }
}

function isUsedUp(thrown: unknown): thrown is { msBeforeNext: number } {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'msBeforeNext' in thrown &&
    typeof thrown.msBeforeNext === 'number'
  )
}
