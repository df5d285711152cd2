import type { NectarInvitation } from '@nectar-connect/contract/nectar'
import { getInvitationStage, type MailLanguage } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { User } from '../http/route.ts'
import { revoke } from '../invitations/create-invitation.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { hashText } from '../lib/values.ts'
import { requireOwnInvitation } from '../nectar/nectar-client.ts'
import { type SharingSettings, validateAddress } from '../settings/sharing-settings.ts'
import type { InvitationEntry } from '../stores/connect-store.ts'
import type { MailLimit } from './mail-limit.ts'
import { once } from './once.ts'
import type { SharedInvitation, ShareRequest, ShareSender } from './share-sender.ts'

export interface Reminder {
  user: User
  invitationId: string
  idempotencyKey: string
  note: string | null
  /** Null: the language of the mail before. */
  language: MailLanguage | null
}

export interface Reminded extends SharedInvitation {
  /** `kept`: their link still works. `replaced`: it does not. */
  link: 'kept' | 'replaced'
}

/**
 * Sends a colleague a mail again, with the same link where possible; a fresh one replaces it where not, and the old one is
 * revoked. A copied link is only answered. @throws NectarConnectError `invitation_closed`: used or revoked
 */
export type RemindInvitation = (reminder: Reminder, log: Log) => Promise<Reminded>

export function createRemindInvitation(
  { client, clock, now, store, settings }: Pick<Core, 'client' | 'clock' | 'now' | 'store' | 'settings'>,
  mailLimit: MailLimit,
  sender: ShareSender,
): RemindInvitation {
  const nowIso = () => new Date(now()).toISOString()

  return async (reminder, log) => {
    const { user, invitationId } = reminder
    const { companyId } = user
    const own = await requireOwnInvitation(client, companyId, invitationId, log)
    const asked = await store.findInvitation(companyId, invitationId)
    if (!isRemindable(own.invitation, asked, settings.sharing)) throw new NectarConnectError('not_found')
    const attempt = await hashText(['remind', companyId, user.userId, reminder.idempotencyKey.toLowerCase()])
    const reminded = await once<Reminded>(
      store,
      `remind-${attempt}`,
      // A colleague is reminded by one request at a time.
      asked?.to ? `share-${asked.requestHash}` : `remind-${invitationId}`,
      async (onSend) => ({ value: await remind(reminder, attempt, asked, log, onSend), isDone: true }),
    )
    return reminded ?? findReminded(companyId, asked, attempt, log)
  }

  async function remind(
    reminder: Reminder,
    attempt: string,
    asked: InvitationEntry | null,
    log: Log,
    onSend: () => void,
  ): Promise<Reminded> {
    const { user } = reminder
    const entry = asked && (await findCurrent(asked))
    const currentId = entry?.invitationId ?? reminder.invitationId
    const { invitation } = await requireOwnInvitation(client, user.companyId, currentId, log)
    const stage = getInvitationStage(viewInvitation(invitation, [], clock))
    if (stage !== 'sent' && stage !== 'expired') throw new NectarConnectError('invitation_closed')
    const request = requestAgain(reminder, attempt, invitation, entry, settings.sharing)
    const { to, connectionId } = request
    const send = async (): Promise<Reminded> => {
      const isKept = stage === 'sent' && (to === null || (await mailAgain(request, invitation, log, onSend)))
      if (isKept) return { invitation, entry, link: 'kept' }
      const make = await sender.prepare(request, log, onSend)
      const made = await make()
      await replace(invitation, made.invitation, user.companyId, log)
      return { ...made, link: 'replaced' }
    }
    return to === null ? send() : mailLimit.run({ ...user, to, connectionId }, send)
  }

  /** The current invitation of the same share: two tabs leave one on screen that was replaced. */
  async function findCurrent(asked: InvitationEntry): Promise<InvitationEntry> {
    const entries = await store.listInvitations(asked.companyId)
    return entries.find(({ shareId }) => shareId === asked.shareId) ?? asked
  }

  /** Mails the same link. @returns false if that cannot be done. */
  async function mailAgain(
    request: ShareRequest,
    invitation: NectarInvitation,
    log: Log,
    onSend: () => void,
  ): Promise<boolean> {
    if (!(await sender.sendAgain(request, invitation, log, onSend))) return false
    const change = { remindedAt: nowIso(), reminder: request.attempt }
    await store.updateInvitation(request.user.companyId, invitation.id.toLowerCase(), change)
    return true
  }

  /**
   * The new link was sent: the old one must not work beside it. If somebody revoked that one meanwhile, the new link is
   * revoked too. @throws NectarConnectError `invitation_closed`; `outcome_unknown` when the new link is left open.
   */
  async function replace(old: NectarInvitation, fresh: NectarInvitation, companyId: string, log: Log) {
    const change = { stage: 'revoked', stageAt: nowIso() } as const
    await store.updateInvitation(companyId, old.id.toLowerCase(), change)
    const { status } = (await client.getInvitation(old.id, log)).invitation
    if (status === 'REVOKED') {
      const isRevoked = await revoke(client, fresh, log)
      throw new NectarConnectError(isRevoked ? 'invitation_closed' : 'outcome_unknown')
    }
    if (status === 'ACTIVE') await revoke(client, old, log)
  }

  /** What this attempt did before: a fresh link, a mail with the same one, or a copied link, for which no mail is sent. */
  async function findReminded(
    companyId: string,
    asked: InvitationEntry | null,
    attempt: string,
    log: Log,
  ): Promise<Reminded> {
    const entries = await store.listInvitations(companyId)
    const entry =
      entries.find((known) => known.attempt === attempt || known.reminder === attempt) ??
      (asked?.via === 'link' ? await findCurrent(asked) : null)
    if (entry === null) throw new NectarConnectError('outcome_unknown')
    const { invitation } = await client.getInvitation(entry.invitationId, log)
    if (invitation.status === 'REVOKED') throw new NectarConnectError('invitation_closed')
    return { invitation, entry, link: entry.attempt === attempt ? 'replaced' : 'kept' }
  }
}

/**
 * Whether it was sent to a colleague: in a mail, or as a link where links may be copied. Without an entry, one that only
 * a certain address may use counts as sent; any other belongs to its user, and its link stays with them.
 */
function isRemindable(
  { allowedEmails }: NectarInvitation,
  entry: InvitationEntry | null,
  { allowLinks }: SharingSettings,
): boolean {
  if (entry === null) return allowedEmails.length > 0
  return entry.via === 'email' || allowLinks
}

/** The same request again. Without an entry, Nectar knows for whom it was, and for which connection. */
function requestAgain(
  { user, note, language }: Reminder,
  attempt: string,
  invitation: NectarInvitation,
  entry: InvitationEntry | null,
  sharing: SharingSettings,
): ShareRequest {
  const { kind, connectionId } = entry ?? {
    kind: invitation.connectionId === null ? 'contributor' : 'reconnect',
    connectionId: invitation.connectionId,
  }
  const to = entry ? entry.to : (invitation.allowedEmails[0] ?? null)
  return {
    ...{ user, note, attempt, kind, connectionId, isReminder: true },
    language: language ?? entry?.language ?? 'en',
    to: to === null ? null : validateAddress(to, sharing),
    input: entry?.input ?? undefined,
    prefill: entry?.prefill ?? undefined,
    requestHash: entry?.requestHash ?? `again-${invitation.id}`,
    shareId: entry?.shareId ?? invitation.id.toLowerCase(),
  }
}
