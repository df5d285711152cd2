import { type NectarInvitation, timestampToMs } from '@nectar-connect/contract/nectar'
import { type MailLanguage, sharedStage, trustedInvitationUrl } from '@nectar-connect/contract/wire'
import type { Services } from '../app/services.ts'
import type { Caller } from '../http/route.ts'
import { withdraw } from '../invitations/create-invitation.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import { requireOwnInvitation } from '../invitations/require-own-invitation.ts'
import { hashText } from '../lib/digest.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { SharingSettings } from '../settings/sharing-settings.ts'
import { validateAddress } from '../settings/validate-address.ts'
import type { InvitationEntry } from '../stores/invitation-log.ts'
import { createAndSend, type SharedInvitation, type ShareRequest } from './create-and-send.ts'
import { once } from './once.ts'
import { readMailNames, sendMail } from './send-mail.ts'
import { findOpenInvitation } from './share-invitation.ts'

export interface Reminder {
  caller: Caller
  invitationId: string
  attemptId: string
  note: string | null
  /** Null: the language of the mail before. */
  language: MailLanguage | null
}

export interface Reminded extends SharedInvitation {
  /** `kept`: the link that they have is good. `replaced`: it is no longer. */
  link: 'kept' | 'replaced'
}

/**
 * Sends a colleague a mail again, with the link that they have where that is possible. Nectar mails only what is new,
 * and an expired link cannot be revived: a fresh one takes its place then, and the one before is withdrawn. Of a link
 * that was copied nobody is mailed: it is only answered.
 *
 * @throws NectarConnectError `invitation_over` for one that was used or withdrawn; others.
 */
export async function remindInvitation(reminder: Reminder, services: Services, log: Log): Promise<Reminded> {
  const { caller, invitationId } = reminder
  const { companyId } = caller
  const own = await requireOwnInvitation(services.client, companyId, invitationId, log)
  const asked = await services.invitationLog.find(companyId, invitationId)
  if (!isRemindable(own.invitation, asked, services.settings.sharing))
    throw new NectarConnectError('not_found')
  const attempt = await hashText(['remind', companyId, caller.userId, reminder.attemptId.toLowerCase()])
  const result = await once<Reminded>(
    services.changeLog,
    `remind-${attempt}`,
    // Whoever is asked anew, by whichever way, is asked by nobody else meanwhile.
    asked?.to ? `share-${asked.purpose}` : `remind-${invitationId}`,
    async (onSend) => {
      const { invitation, entry } = await findCurrent(companyId, invitationId, services, log)
      const stage = sharedStage(viewInvitation(invitation, [], services.clock))
      if (stage !== 'sent' && stage !== 'expired') throw new NectarConnectError('invitation_over')
      const wish = wishAgain(reminder, attempt, invitation, entry, services)
      const send = async (): Promise<Reminded> => {
        const isKept =
          stage === 'sent' && (wish.to === null || (await mailAgain(wish, invitation, services, log, onSend)))
        if (isKept) return { invitation, entry, link: 'kept' }
        const made = await createAndSend(wish, services, log, onSend)
        await replace(invitation, made, companyId, services, log)
        return { ...made, link: 'replaced' }
      }
      const { to, connectionId } = wish
      const value = await (to === null
        ? send()
        : services.mailLimit.run({ ...caller, to, connectionId }, send))
      return { value, isDone: true }
    },
  )
  return result.state === 'ran' ? result.value : findReminded(companyId, invitationId, attempt, services, log)
}

/**
 * Whether it was sent to a colleague: in a mail, or as a link where links may be copied. Without an entry, one that only
 * a certain address may use went to somebody; any other is somebody's own, and its link is nobody else's.
 */
function isRemindable(
  { allowedEmails }: NectarInvitation,
  entry: InvitationEntry | null,
  { links }: SharingSettings,
): boolean {
  if (entry === null) return allowedEmails.length > 0
  return entry.via === 'email' || links
}

/**
 * The invitation that counts by now: one that took the place of this one, or a later one for the same person and
 * purpose. Two tabs, or asking anew, leave an expired one on screen beside it.
 */
async function findCurrent(
  companyId: string,
  invitationId: string,
  services: Services,
  log: Log,
): Promise<SharedInvitation> {
  const { client, invitationLog } = services
  const entries = await invitationLog.list(companyId)
  const asked = entries.find((entry) => entry.invitationId === invitationId) ?? null
  const entry = asked && latestOf(asked, entries)
  const { invitation } = await requireOwnInvitation(
    client,
    companyId,
    entry?.invitationId ?? invitationId,
    log,
  )
  const isExpired = sharedStage(viewInvitation(invitation, [], services.clock)) === 'expired'
  const open =
    isExpired && entry?.to ? await findOpenInvitation(companyId, entry.purpose, services, log) : null
  if (open === null || entry === null) return { invitation, entry }
  await invitationLog.update(companyId, entry.invitationId, {
    replacedBy: open.invitation.id.toLowerCase(),
  })
  return open
}

/** The last of those that took its place; each counts once, should they ever point at one another. */
function latestOf(asked: InvitationEntry, entries: readonly InvitationEntry[]): InvitationEntry {
  const next = entries.find(({ invitationId }) => invitationId === asked.replacedBy)
  const others = entries.filter((entry) => entry !== asked)
  return next && next !== asked ? latestOf(next, others) : asked
}

/** The same once more. What nobody kept, Nectar knows: for whom, and for which connection. */
function wishAgain(
  { caller, note, language }: Reminder,
  attempt: string,
  invitation: NectarInvitation,
  entry: InvitationEntry | null,
  { settings }: Services,
): ShareRequest {
  const { kind, connectionId } = entry ?? {
    kind: invitation.connectionId === null ? 'contributor' : 'reconnect',
    connectionId: invitation.connectionId,
  }
  const to = entry ? entry.to : (invitation.allowedEmails[0] ?? null)
  return {
    ...{ caller, note, attempt, kind, connectionId, isReminder: true },
    language: language ?? entry?.language ?? 'en',
    to: to === null ? null : validateAddress(to, settings.sharing),
    input: entry?.input ?? undefined,
    purpose: entry?.purpose ?? `again-${invitation.id}`,
  }
}

/** Mails the link that they have. @returns false where that cannot be done. */
async function mailAgain(
  wish: ShareRequest,
  invitation: NectarInvitation,
  services: Services,
  log: Log,
  onSend: () => void,
): Promise<boolean> {
  const { settings, invitationLog, now } = services
  const url = trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin)
  const { to } = wish
  if (settings.sharing.mail !== 'host' || url === null || to === null) return false
  const names = await readMailNames(services, wish, log)
  onSend()
  await sendMail(services, wish, names, {
    ...{ to, url, invitationId: invitation.id, isReminder: true },
    idempotencyKey: `${wish.attempt.slice(0, 32)}-reminder`,
    expiresAt: invitation.expiresAt === null ? null : timestampToMs(invitation.expiresAt),
  })
  const remindedAt = new Date(now()).toISOString()
  await invitationLog.update(wish.caller.companyId, invitation.id.toLowerCase(), {
    remindedAt,
    reminder: wish.attempt,
  })
  return true
}

/** The new link is out: the one before must not work beside it. */
async function replace(
  old: NectarInvitation,
  { invitation }: SharedInvitation,
  companyId: string,
  services: Services,
  log: Log,
) {
  if (old.status === 'ACTIVE') await withdraw(old, services, log)
  await services.invitationLog.update(companyId, old.id.toLowerCase(), {
    replacedBy: invitation.id.toLowerCase(),
  })
}

/** What this attempt did before. */
async function findReminded(
  companyId: string,
  invitationId: string,
  attempt: string,
  { invitationLog, client }: Services,
  log: Log,
): Promise<Reminded> {
  const entries = await invitationLog.list(companyId)
  const asked = entries.find((entry) => entry.invitationId === invitationId)
  const entry = asked ? latestOf(asked, entries) : null
  const isKept = entry?.invitationId === invitationId || entry?.reminder === attempt
  // Of a link that was copied nobody is mailed.
  if (entry === null || (isKept && entry.via !== 'link' && entry.reminder !== attempt)) {
    throw new NectarConnectError('outcome_unknown')
  }
  const { invitation } = await client.getInvitation(entry.invitationId, log)
  return { invitation, entry, link: isKept ? 'kept' : 'replaced' }
}
