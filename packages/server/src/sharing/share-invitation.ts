import { isSameId, type NectarInvitation } from '@nectar-connect/contract/nectar'
import type { Core } from '../app/core.ts'
import { revoke } from '../invitations/create-invitation.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { hashText } from '../lib/values.ts'
import { validateAddress } from '../settings/sharing-settings.ts'
import type { MailLimit } from './mail-limit.ts'
import { once } from './once.ts'
import type { SharedInvitation, ShareRequest, ShareSender } from './share-sender.ts'

/** The result of asking one colleague. */
export interface Shared extends SharedInvitation {
  /** `already`: an open invitation for the same is on its way to them, so nothing was sent. */
  outcome: 'sent' | 'already'
}

/** One colleague to ask, or one link to make. */
export type NewShareRequest = Pick<
  ShareRequest,
  'user' | 'kind' | 'connectionId' | 'language' | 'note' | 'input' | 'prefill'
> & {
  idempotencyKey: string
  /** As it was typed; null: a link. */
  to: string | null
}

/** Asks one colleague, or makes one link: once for the same attempt, whichever process it comes to. */
export type ShareInvitation = (request: NewShareRequest, log: Log) => Promise<Shared>

export function createShareInvitation(
  { client, store, settings }: Pick<Core, 'client' | 'store' | 'settings'>,
  mailLimit: MailLimit,
  sender: ShareSender,
): ShareInvitation {
  return async (request, log) => {
    const { user, kind, connectionId, input = null, prefill = null } = request
    const { companyId } = user
    const to = request.to === null ? null : validateAddress(request.to, settings.sharing)
    const attempt = await hashText([companyId, user.userId, request.idempotencyKey.toLowerCase(), to])
    const requestHash = await hashText([companyId, kind, connectionId, input, prefill, to])
    const known: Omit<ShareRequest, 'attempt' | 'shareId'> = {
      ...request,
      to,
      requestHash,
      isReminder: false,
    }
    // There may be several links, but only one mail to one person for one request.
    const subject = `share-${to === null ? attempt : requestHash}`
    // The second time: it was sent to Nectar, and the outcome is unknown. Nectar knows by now.
    for (const name of [attempt, await hashText([attempt, 'again'])]) {
      const shared = await once<Shared>(store, `share-${name}`, subject, (onSend) =>
        share({ ...known, attempt: name }, name !== attempt, log, onSend),
      )
      if (shared !== null) return shared
      const entry = (await store.listInvitations(companyId)).find((made) => made.attempt === name)
      if (entry === undefined) continue
      const { invitation } = await client.getInvitation(entry.invitationId, log)
      return { invitation, entry, outcome: 'sent' }
    }
    throw new NectarConnectError('outcome_unknown')
  }

  async function share(
    known: Omit<ShareRequest, 'shareId'>,
    isAgain: boolean,
    log: Log,
    onSend: () => void,
  ): Promise<{ value: Shared; isDone: boolean }> {
    const { user, to, connectionId } = known
    const before = to === null ? null : await findLatest(user.companyId, known.requestHash, log)
    if (before?.open) return { value: { ...before.open, outcome: 'already' }, isDone: false }
    const request = { ...known, shareId: before?.expiredShareId ?? null }
    const left = isAgain ? await recoverUnknownOutcome(request, log) : null
    if (left !== null) return { value: { ...left, outcome: 'sent' }, isDone: true }
    const make = await sender.prepare(request, log, onSend)
    const made = await (to === null ? make() : mailLimit.run({ ...user, to, connectionId }, make))
    return { value: { ...made, outcome: 'sent' }, isDone: true }
  }

  /** The latest invitation for the same: open, or expired, so that the next one takes its place in the list. */
  async function findLatest(
    companyId: string,
    requestHash: string,
    log: Log,
  ): Promise<{ open: SharedInvitation | null; expiredShareId: string | null }> {
    const entry = (await store.listInvitations(companyId)).find((known) => known.requestHash === requestHash)
    if (entry === undefined) return { open: null, expiredShareId: null }
    const isWaiting = entry.stage === 'sent' || entry.stage === 'opened'
    const invitation = isWaiting ? (await client.getInvitation(entry.invitationId, log)).invitation : null
    const isExpired = entry.stage === 'expired' || invitation?.status === 'EXPIRED'
    return {
      open: invitation?.status === 'ACTIVE' ? { invitation, entry } : null,
      expiredShareId: isExpired ? entry.shareId : null,
    }
  }

  /**
   * Finds out what became of a request whose answer was lost. What Nectar mailed by itself is recorded; a link that nobody
   * mailed is revoked. A copied link cannot be told from those of the widget: it expires.
   *
   * @returns null when nothing of it is left: it may be created again.
   * @throws NectarConnectError `outcome_unknown` when a link that is left cannot be revoked.
   */
  async function recoverUnknownOutcome(request: ShareRequest, log: Log): Promise<SharedInvitation | null> {
    const { companyId } = request.user
    if (request.to === null) return null
    const written = new Set((await store.listInvitations(companyId)).map(({ invitationId }) => invitationId))
    const left = (await client.listInvitations(companyId, log)).filter(
      (invitation) => isOfRequest(invitation, request) && !written.has(invitation.id.toLowerCase()),
    )
    const [newest] = left
    if (newest === undefined) return null
    if (settings.sharing.mail === 'nectar') return sender.record(request, newest, 'nectar', log)
    for (const invitation of left) {
      if (!(await revoke(client, invitation, log))) throw new NectarConnectError('outcome_unknown')
    }
    return null
  }
}

function isOfRequest(invitation: NectarInvitation, { user, kind, connectionId, to }: ShareRequest): boolean {
  const { companyId, allowedEmails, connectionId: mends, status } = invitation
  return (
    status === 'ACTIVE' &&
    (companyId === null || isSameId(companyId, user.companyId)) &&
    (kind === 'contributor' ? mends === null : isSameId(mends, connectionId ?? '')) &&
    allowedEmails.length === 1 &&
    allowedEmails[0]?.toLowerCase() === to
  )
}
