import { type NectarInvitation, timestampToMs } from '@nectar-connect/contract/nectar'
import { getInvitationStage, type MailLanguage, trustedInvitationUrl } from '@nectar-connect/contract/wire'
import type { User } from '../http/route.ts'
import { revoke } from '../invitations/create-invitation.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { hashText } from '../lib/stable-hash.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import { requireOwnInvitation } from '../nectar/ownership.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { Settings } from '../settings/settings.ts'
import type { SharingSettings } from '../settings/sharing-settings.ts'
import { validateAddress } from '../settings/sharing-settings.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import type { InvitationEntry } from '../stores/invitation-entry.ts'
import { findOpenInvitation } from './find-open-invitation.ts'
import type { MailLimit } from './mail-limit.ts'
import type { Mailer } from './mailer.ts'
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
 * Sends a colleague a mail again, with the same link if possible. Nectar mails only new invitations,
 * and an expired link cannot be renewed: then a fresh one replaces it, and the old one is revoked. For a link
 * that was copied no mail is sent: it is only answered.
 *
 * @throws NectarConnectError `invitation_closed` for one that was used or revoked, even meanwhile; others.
 */
export type RemindInvitation = (reminder: Reminder, log: Log) => Promise<Reminded>

interface RemindDeps {
  client: NectarClient
  clock: NectarClock
  store: Pick<
    ConnectStore,
    'claim' | 'commit' | 'release' | 'findInvitation' | 'listInvitations' | 'updateInvitation'
  >
  mailer: Pick<Mailer, 'readNames' | 'send'>
  mailLimit: MailLimit
  /** Milliseconds since the epoch. */
  now: () => number
  sender: Pick<ShareSender, 'createAndSend'>
  settings: Pick<Settings, 'hostedOrigin' | 'sharing'>
}

export function createRemindInvitation(deps: RemindDeps): RemindInvitation {
  return (reminder, log) => remindInvitation(reminder, deps, log)
}

async function remindInvitation(reminder: Reminder, deps: RemindDeps, log: Log): Promise<Reminded> {
  const { user, invitationId } = reminder
  const { companyId } = user
  const own = await requireOwnInvitation(deps.client, companyId, invitationId, log)
  const asked = await deps.store.findInvitation(companyId, invitationId)
  if (!isRemindable(own.invitation, asked, deps.settings.sharing)) throw new NectarConnectError('not_found')
  const attempt = await hashText(['remind', companyId, user.userId, reminder.idempotencyKey.toLowerCase()])
  const result = await once<Reminded>(
    deps.store,
    `remind-${attempt}`,
    // A colleague is reminded by one request at a time.
    asked?.to ? `share-${asked.requestHash}` : `remind-${invitationId}`,
    async (onSend) => {
      const { invitation, entry } = await findCurrent(companyId, invitationId, deps, log)
      const stage = getInvitationStage(viewInvitation(invitation, [], deps.clock))
      if (stage !== 'sent' && stage !== 'expired') throw new NectarConnectError('invitation_closed')
      const request = requestAgain(reminder, attempt, invitation, entry, deps)
      const send = async (): Promise<Reminded> => {
        const isKept =
          stage === 'sent' &&
          (request.to === null || (await mailAgain(request, invitation, deps, log, onSend)))
        if (isKept) return { invitation, entry, link: 'kept' }
        const made = await deps.sender.createAndSend(request, log, onSend)
        await replace(invitation, made, companyId, deps, log)
        return { ...made, link: 'replaced' }
      }
      const { to, connectionId } = request
      const value = await (to === null ? send() : deps.mailLimit.run({ ...user, to, connectionId }, send))
      return { value, isDone: true }
    },
  )
  return result.state === 'ran' ? result.value : findReminded(companyId, invitationId, attempt, deps, log)
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

/**
 * The current invitation: the one that replaced this one, or a later one for the same person and
 * intent. Two tabs, or asking anew, leave an expired one on screen beside it.
 */
async function findCurrent(
  companyId: string,
  invitationId: string,
  deps: RemindDeps,
  log: Log,
): Promise<SharedInvitation> {
  const { client, store } = deps
  const entries = await store.listInvitations(companyId)
  const asked = entries.find((entry) => entry.invitationId === invitationId) ?? null
  const entry = asked && latestOf(asked, entries)
  const { invitation } = await requireOwnInvitation(
    client,
    companyId,
    entry?.invitationId ?? invitationId,
    log,
  )
  const isExpired = getInvitationStage(viewInvitation(invitation, [], deps.clock)) === 'expired'
  const open =
    isExpired && entry?.to ? await findOpenInvitation(companyId, entry.requestHash, deps, log) : null
  if (open === null || entry === null) return { invitation, entry }
  await store.updateInvitation(companyId, entry.invitationId, {
    replacedBy: open.invitation.id.toLowerCase(),
  })
  return open
}

/** The last replacement. Each is followed once, in case they point at one another. */
function latestOf(asked: InvitationEntry, entries: readonly InvitationEntry[]): InvitationEntry {
  const next = entries.find(({ invitationId }) => invitationId === asked.replacedBy)
  const others = entries.filter((entry) => entry !== asked)
  return next && next !== asked ? latestOf(next, others) : asked
}

/** The same request again. Without an entry, Nectar knows for whom it was, and for which connection. */
function requestAgain(
  { user, note, language }: Reminder,
  attempt: string,
  invitation: NectarInvitation,
  entry: InvitationEntry | null,
  { settings }: RemindDeps,
): ShareRequest {
  const { kind, connectionId } = entry ?? {
    kind: invitation.connectionId === null ? 'contributor' : 'reconnect',
    connectionId: invitation.connectionId,
  }
  const to = entry ? entry.to : (invitation.allowedEmails[0] ?? null)
  return {
    ...{ user, note, attempt, kind, connectionId, isReminder: true },
    language: language ?? entry?.language ?? 'en',
    to: to === null ? null : validateAddress(to, settings.sharing),
    input: entry?.input ?? undefined,
    requestHash: entry?.requestHash ?? `again-${invitation.id}`,
  }
}

/** Mails the same link. @returns false if that cannot be done. */
async function mailAgain(
  request: ShareRequest,
  invitation: NectarInvitation,
  deps: RemindDeps,
  log: Log,
  onSend: () => void,
): Promise<boolean> {
  const { settings, store, now } = deps
  const url = trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin)
  const { to } = request
  if (settings.sharing.mail !== 'host' || url === null || to === null) return false
  const names = await deps.mailer.readNames(request, log)
  onSend()
  await deps.mailer.send(request, names, {
    ...{ to, url, invitationId: invitation.id, isReminder: true },
    idempotencyKey: `${request.attempt.slice(0, 32)}-reminder`,
    expiresAt: invitation.expiresAt === null ? null : timestampToMs(invitation.expiresAt),
  })
  const remindedAt = new Date(now()).toISOString()
  await store.updateInvitation(request.user.companyId, invitation.id.toLowerCase(), {
    remindedAt,
    reminder: request.attempt,
  })
  return true
}

/**
 * The new link was sent: the old one must not work beside it. If somebody revoked that one meanwhile, the new link
 * is revoked too. From now on, revoking the old one revokes its replacement.
 *
 * @throws NectarConnectError `invitation_closed` when it was revoked; `outcome_unknown` when the new link is left open.
 */
async function replace(
  old: NectarInvitation,
  { invitation }: SharedInvitation,
  companyId: string,
  { client, store }: RemindDeps,
  log: Log,
) {
  await store.updateInvitation(companyId, old.id.toLowerCase(), {
    replacedBy: invitation.id.toLowerCase(),
  })
  const { status } = (await client.getInvitation(old.id, log)).invitation
  if (status === 'REVOKED') {
    const isRevoked = await revoke(client, invitation, log)
    throw new NectarConnectError(isRevoked ? 'invitation_closed' : 'outcome_unknown')
  }
  if (status === 'ACTIVE') await revoke(client, old, log)
}

/** What this attempt did before. */
async function findReminded(
  companyId: string,
  invitationId: string,
  attempt: string,
  { store, client }: RemindDeps,
  log: Log,
): Promise<Reminded> {
  const entries = await store.listInvitations(companyId)
  const asked = entries.find((entry) => entry.invitationId === invitationId)
  const entry = asked ? latestOf(asked, entries) : null
  const isKept = entry?.invitationId === invitationId || entry?.reminder === attempt
  // For a link that was copied no mail is sent.
  if (entry === null || (isKept && entry.via !== 'link' && entry.reminder !== attempt)) {
    throw new NectarConnectError('outcome_unknown')
  }
  const { invitation } = await client.getInvitation(entry.invitationId, log)
  if (invitation.status === 'REVOKED') throw new NectarConnectError('invitation_closed')
  return { invitation, entry, link: isKept ? 'kept' : 'replaced' }
}
