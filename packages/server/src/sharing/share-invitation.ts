import type { Services } from '../app/services.ts'
import { hashText } from '../lib/digest.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { type Addressee, validateAddress } from '../settings/validate-address.ts'
import { createAndSend, type SharedInvitation, type ShareRequest } from './create-and-send.ts'
import { once } from './once.ts'
import { recoverUnknownOutcome } from './recover-unknown-outcome.ts'

/** What came of asking one colleague. */
export interface Shared extends SharedInvitation {
  /** `already`: an open invitation for the same is on its way to them, so that nothing was sent. */
  outcome: 'sent' | 'already'
}

/**
 * Asks one colleague, or makes one link. The same attempt asks once, whichever process it comes to.
 *
 * @throws NectarConnectError
 */
export async function shareInvitation(
  wish: Omit<ShareRequest, 'attempt' | 'purpose' | 'isReminder' | 'to'> & {
    attemptId: string
    to: string | null
  },
  services: Services,
  log: Log,
): Promise<Shared> {
  const { caller, kind, connectionId, input = null } = wish
  const to = wish.to === null ? null : validateAddress(wish.to, services.settings.sharing)
  const attempt = await hashText([caller.companyId, caller.userId, wish.attemptId.toLowerCase(), to])
  const purpose = await hashText([caller.companyId, kind, connectionId, input, to])
  // Of links there may be several; of the mails to one person for one thing only one.
  const subject = `share-${to === null ? attempt : purpose}`
  const ask = async (name: string, isAgain: boolean, onSend: () => void) => {
    const open = to === null ? null : await findOpenInvitation(caller.companyId, purpose, services, log)
    if (open !== null) return { value: { ...open, outcome: 'already' } satisfies Shared, isDone: false }
    const known = { ...wish, to, attempt: name, purpose, isReminder: false }
    const left = isAgain ? await recoverUnknownOutcome(known, services, log) : null
    const make = () => createAndSend(known, services, log, onSend)
    const mail = async (to: Addressee) => services.mailLimit.run({ ...caller, to, connectionId }, make)
    const made = left ?? (await (to === null ? make() : mail(to)))
    return { value: { ...made, outcome: 'sent' } satisfies Shared, isDone: true }
  }
  // The second: it was sent to Nectar, and nobody knows what came of it. By now Nectar tells.
  for (const name of [attempt, await hashText([attempt, 'again'])]) {
    const result = await once<Shared>(services.changeLog, `share-${name}`, subject, (onSend) =>
      ask(name, name !== attempt, onSend),
    )
    if (result.state === 'ran') return result.value
    const known = await findMade(caller.companyId, name, services, log)
    if (known !== null) return { ...known, outcome: 'sent' }
  }
  throw new NectarConnectError('outcome_unknown')
}

/** What this attempt made before; null when nobody wrote it down. */
async function findMade(
  companyId: string,
  attempt: string,
  { invitationLog, client }: Services,
  log: Log,
): Promise<SharedInvitation | null> {
  const entry = (await invitationLog.list(companyId)).find((known) => known.attempt === attempt)
  if (!entry) return null
  const { invitation } = await client.getInvitation(entry.invitationId, log)
  return { invitation, entry }
}

/** An invitation for the same that can still be used. */
export async function findOpenInvitation(
  companyId: string,
  purpose: string,
  { invitationLog, client }: Services,
  log: Log,
): Promise<SharedInvitation | null> {
  const entry = (await invitationLog.list(companyId)).find(
    (known) =>
      known.purpose === purpose &&
      known.replacedBy === null &&
      (known.stage === 'sent' || known.stage === 'opened'),
  )
  if (!entry) return null
  const { invitation } = await client.getInvitation(entry.invitationId, log)
  return invitation.status === 'ACTIVE' ? { invitation, entry } : null
}
