import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { hashText } from '../lib/stable-hash.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import { type Recipient, validateAddress } from '../settings/sharing-settings.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import { findOpenInvitation } from './find-open-invitation.ts'
import type { MailLimit } from './mail-limit.ts'
import { once } from './once.ts'
import { type RecoveryDeps, recoverUnknownOutcome } from './recover-unknown-outcome.ts'
import type { SharedInvitation, ShareRequest, ShareSender } from './share-sender.ts'

/** The result of asking one colleague. */
export interface Shared extends SharedInvitation {
  /** `already`: an open invitation for the same is on its way to them, so nothing was sent. */
  outcome: 'sent' | 'already'
}

/** One colleague to ask, or one link to make. */
export type NewShareRequest = Omit<ShareRequest, 'attempt' | 'requestHash' | 'isReminder' | 'to'> & {
  idempotencyKey: string
  /** As it was typed; null: a link. */
  to: string | null
}

/**
 * Asks one colleague, or makes one link. The same attempt asks once, whichever process it comes to.
 *
 * @throws NectarConnectError
 */
export type ShareInvitation = (request: NewShareRequest, log: Log) => Promise<Shared>

interface ShareDeps extends RecoveryDeps {
  client: NectarClient
  store: Pick<ConnectStore, 'claim' | 'commit' | 'release' | 'listInvitations'>
  mailLimit: MailLimit
  sender: ShareSender
}

export function createShareInvitation(deps: ShareDeps): ShareInvitation {
  return (request, log) => shareInvitation(request, deps, log)
}

async function shareInvitation(request: NewShareRequest, deps: ShareDeps, log: Log): Promise<Shared> {
  const { user, kind, connectionId, input = null } = request
  const to = request.to === null ? null : validateAddress(request.to, deps.settings.sharing)
  const attempt = await hashText([user.companyId, user.userId, request.idempotencyKey.toLowerCase(), to])
  const requestHash = await hashText([user.companyId, kind, connectionId, input, to])
  // There may be several links, but only one mail to one person for one request.
  const subject = `share-${to === null ? attempt : requestHash}`
  const ask = async (name: string, isAgain: boolean, onSend: () => void) => {
    const open = to === null ? null : await findOpenInvitation(user.companyId, requestHash, deps, log)
    if (open !== null) return { value: { ...open, outcome: 'already' } satisfies Shared, isDone: false }
    const known = { ...request, to, attempt: name, requestHash, isReminder: false }
    const left = isAgain ? await recoverUnknownOutcome(known, deps, log) : null
    const make = () => deps.sender.createAndSend(known, log, onSend)
    const mail = async (to: Recipient) => deps.mailLimit.run({ ...user, to, connectionId }, make)
    const made = left ?? (await (to === null ? make() : mail(to)))
    return { value: { ...made, outcome: 'sent' } satisfies Shared, isDone: true }
  }
  // The second time: it was sent to Nectar, and the outcome is unknown. Nectar knows by now.
  for (const name of [attempt, await hashText([attempt, 'again'])]) {
    const result = await once<Shared>(deps.store, `share-${name}`, subject, (onSend) =>
      ask(name, name !== attempt, onSend),
    )
    if (result.state === 'ran') return result.value
    const known = await findMade(user.companyId, name, deps, log)
    if (known !== null) return { ...known, outcome: 'sent' }
  }
  throw new NectarConnectError('outcome_unknown')
}

/** What this attempt created before; null if it was not recorded. */
async function findMade(
  companyId: string,
  attempt: string,
  { store, client }: ShareDeps,
  log: Log,
): Promise<SharedInvitation | null> {
  const entry = (await store.listInvitations(companyId)).find((known) => known.attempt === attempt)
  if (!entry) return null
  const { invitation } = await client.getInvitation(entry.invitationId, log)
  return { invitation, entry }
}
