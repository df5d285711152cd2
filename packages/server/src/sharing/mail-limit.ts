import { hashText } from '../lib/digest.ts'
import { hostHookError } from '../lib/host-hook-error.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Addressee } from '../settings/validate-address.ts'
import type { ChangeLog, ClaimToken } from '../stores/change-log.ts'
import { createHourlyLimiter } from './hourly-limiter.ts'

/** Counts mails. Every limiter of `rate-limiter-flexible` is one. */
export interface MailLimiter {
  /** Rejects with `{ msBeforeNext }` when the key has used up its share. */
  consume(key: string, points?: number): Promise<unknown>
}

const MAILS_PER_HOUR = 20
/** Mails to one person about one connection in an hour, whoever sends them: one, and one to correct or remind. */
const MAILS_TO_ONE_PER_HOUR = 2
const HOUR_MS = 3_600_000

/** Who mails whom about what. */
export interface MailCount {
  companyId: string
  userId: string
  to: Addressee
  /** Null: a new connection. */
  connectionId: string | null
}

/** Keeps the host from becoming a mail cannon. */
export interface MailLimit {
  /**
   * Sends a mail if the sender, and whoever gets it, have had few enough. One that was not sent does not count for
   * whoever would have got it.
   *
   * @throws NectarConnectError `rate_limited`; `host_error` when the host's own limiter fails; whatever `send` throws.
   */
  run<T>(mail: MailCount, send: () => Promise<T>): Promise<T>
}

interface MailLimitDeps {
  /** Remembers for all processes how often a person was mailed. */
  changeLog: Pick<ChangeLog, 'claim' | 'commit' | 'release'>
  now: () => number
}

/** @param options.mailsPerHour For each user. */
export function createMailLimit(
  options: { mailsPerHour?: number; limiter?: MailLimiter },
  { changeLog, now }: MailLimitDeps,
): MailLimit {
  const limiter = options.limiter ?? createHourlyLimiter(options.mailsPerHour ?? MAILS_PER_HOUR, now)

  const takeFromSender = async ({ companyId, userId }: MailCount) => {
    try {
      await limiter.consume(`${companyId} ${userId}`)
    } catch (cause) {
      if (!isUsedUp(cause)) throw hostHookError('The "sharing.limiter" failed. No mail was sent.', cause)
      throw new NectarConnectError('rate_limited', { retryAfterMs: cause.msBeforeNext })
    }
  }

  const claimFromAddressee = async ({ companyId, to, connectionId }: MailCount): Promise<ClaimToken> => {
    const hour = Math.floor(now() / HOUR_MS)
    const name = await hashText([companyId, to, connectionId, hour])
    for (let number = 1; number <= MAILS_TO_ONE_PER_HOUR; number += 1) {
      const mail = `mail-${name}-${number}`
      const claim = await changeLog.claim(mail, mail)
      if (claim.state === 'claimed') return claim.token
    }
    throw new NectarConnectError('rate_limited', { retryAfterMs: (hour + 1) * HOUR_MS - now() })
  }

  return {
    async run(mail, send) {
      const token = await claimFromAddressee(mail)
      try {
        await takeFromSender(mail)
        const sent = await send()
        await changeLog.commit(token, null)
        return sent
      } catch (error) {
        if (mayBeOut(error)) await changeLog.commit(token, null)
        else await changeLog.release(token)
        throw error
      }
    },
  }
}

function mayBeOut(error: unknown): boolean {
  return NectarConnectError.isInstance(error) && error.code === 'outcome_unknown'
}

function isUsedUp(thrown: unknown): thrown is { msBeforeNext: number } {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'msBeforeNext' in thrown &&
    typeof thrown.msBeforeNext === 'number'
  )
}
