import type { Core } from '../app/core.ts'
import type { User } from '../http/route.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { hashText } from '../lib/values.ts'
import type { Recipient } from '../settings/sharing-settings.ts'
import type { ClaimToken } from '../stores/connect-store.ts'

/** Mails to one person about one connection in an hour, whoever sends them: one, and one to correct or remind. */
const MAILS_TO_ONE_PER_HOUR = 2
const HOUR_MS = 3_600_000

/** Sender, recipient and connection of a mail. */
type MailCount = Pick<User, 'companyId' | 'userId'> & { to: Recipient; connectionId: string | null }

/** Limits how many mails are sent, by all processes that share the store. */
export type MailLimit = ReturnType<typeof createMailLimit>

export function createMailLimit({ now, settings, store }: Pick<Core, 'now' | 'settings' | 'store'>) {
  const takeFromSender = async ({ companyId, userId }: MailCount) => {
    const window = { limit: settings.sharing.mailsPerHour, windowMs: HOUR_MS }
    const count = await store.countWithin(companyId, `mails ${userId}`, window)
    if (count.state === 'full') {
      throw new NectarConnectError('rate_limited', { retryAfterMs: count.retryAfterMs })
    }
  }

  const claimFromRecipient = async ({ companyId, to, connectionId }: MailCount): Promise<ClaimToken> => {
    const hour = Math.floor(now() / HOUR_MS)
    const name = await hashText([companyId, to, connectionId, hour])
    for (let number = 1; number <= MAILS_TO_ONE_PER_HOUR; number += 1) {
      const mail = `mail-${name}-${number}`
      const claim = await store.claim(mail, mail)
      if (claim.state === 'claimed') return claim.token
    }
    throw new NectarConnectError('rate_limited', { retryAfterMs: (hour + 1) * HOUR_MS - now() })
  }

  return {
    /** Sends a mail. One that was not sent does not count. @throws NectarConnectError `rate_limited` */
    async run<T>(mail: MailCount, send: () => Promise<T>): Promise<T> {
      const token = await claimFromRecipient(mail)
      try {
        await takeFromSender(mail)
        const sent = await send()
        await store.commit(token, null)
        return sent
      } catch (error) {
        if (mayBeOut(error)) await store.commit(token, null)
        else await store.release(token)
        throw error
      }
    },
  }
}

function mayBeOut(error: unknown): boolean {
  return NectarConnectError.isInstance(error) && error.code === 'outcome_unknown'
}
