import { type NectarInvitation, timestampToMs } from '@nectar-connect/contract/nectar'
import {
  getInvitationStage,
  type InvitationKind,
  type MailLanguage,
  type Prefill,
  trustedInvitationUrl,
} from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Connections } from '../connections/connections.ts'
import { type CreateInvitation, revoke } from '../invitations/create-invitation.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import { readInput } from '../invitations/policy.ts'
import { readPagePrefill } from '../invitations/prefill.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { toIso } from '../lib/values.ts'
import { callHostHook } from '../lib/with-deadline.ts'
import type { InvitationMail } from '../settings/options.ts'
import type { Recipient } from '../settings/sharing-settings.ts'
import type { InvitationEntry } from '../stores/connect-store.ts'
import { renderMail } from './mail/render-mail.ts'

/** How long the host may take for a mail, in milliseconds. */
const HOST_LIMIT_MS = 20_000

/** An invitation to create for a colleague. */
export interface ShareRequest {
  user: { companyId: string; userId: string; userName: string | null }
  kind: InvitationKind
  connectionId: string | null
  language: MailLanguage
  note: string | null
  /** Null: a link for whoever has it. */
  to: Recipient | null
  /** The browser's data, as it came. */
  input: Record<string, unknown> | undefined
  /** What the browser fills in, as it came. */
  prefill: Record<string, unknown> | undefined
  isReminder: boolean
  attempt: string
  requestHash: string
  /** The share that it goes on with; null: a new one. */
  shareId: string | null
}

/** An invitation of a colleague, and what is known of how it came to them. */
export interface SharedInvitation {
  invitation: NectarInvitation
  entry: InvitationEntry | null
}

interface MailNames {
  companyName: string | null
  providerName: string | null
}

/** Makes invitations for colleagues, and sends them. */
export type ShareSender = ReturnType<typeof createShareSender>

export function createShareSender(
  core: Pick<Core, 'client' | 'clock' | 'now' | 'options' | 'settings' | 'store' | 'timers'>,
  connections: Connections,
  createInvitation: CreateInvitation,
) {
  const { client, options, settings } = core

  /** Records who was invited. If that fails, the invitation still works. */
  async function record(
    request: ShareRequest,
    invitation: NectarInvitation,
    mail: InvitationEntry['mail'],
    log: Log,
  ): Promise<SharedInvitation> {
    const entry = describe(request, invitation, mail, core)
    try {
      await core.store.addInvitation(entry)
    } catch (cause) {
      log.error('It could not be written down who was invited. The invitation itself is good.', {
        invitationId: invitation.id,
        cause,
      })
    }
    return { invitation, entry }
  }

  /**
   * Checks whether it can be asked for, before anything is counted. @throws NectarConnectError
   *
   * @returns what creates the invitation, has it mailed, and records it. A link that could not be mailed is revoked.
   */
  async function prepare(
    request: ShareRequest,
    log: Log,
    onSend: () => void,
  ): Promise<() => Promise<SharedInvitation>> {
    const { to } = request
    const mail = to === null ? null : settings.sharing.mail
    if (to !== null && mail === null) {
      throw new NectarConnectError('not_implemented', {
        message: 'Nobody mails here: "sharing.sender" is "none", and there is no "sendInvitation".',
      })
    }
    const input = await readInput(options.inputSchema, request.input)
    const { prefill } = await readPagePrefill(core, request.user.companyId, request.prefill, log)
    return () => createAndSend(request, { mail, input, prefill }, log, onSend)
  }

  async function createAndSend(
    request: ShareRequest,
    { mail, input, prefill }: { mail: InvitationEntry['mail']; input: unknown; prefill: Prefill | null },
    log: Log,
    onSend: () => void,
  ): Promise<SharedInvitation> {
    const { user, kind, connectionId, to } = request
    const names = mail === 'host' ? await readNames(request, log) : null
    const invitation = await createInvitation(
      {
        user,
        request: { kind, reason: 'first', ...(connectionId === null ? {} : { connectionId }) },
        input,
        prefill,
        sharing: { to, sendEmail: mail === 'nectar' },
      },
      log,
      onSend,
    )
    if (names !== null && to !== null) {
      await mailLink(request, to, invitation, names).catch(async (error: unknown) => {
        const isRevoked = await revoke(client, invitation, log)
        // The invitation may still be used, so this request is finished.
        throw isRevoked ? error : new NectarConnectError('outcome_unknown', { cause: error })
      })
    }
    return record(request, invitation, mail, log)
  }

  /**
   * Mails the link of an invitation that is there. @returns false where the host does not mail, or it is not trusted.
   */
  async function sendAgain(
    request: ShareRequest,
    invitation: NectarInvitation,
    log: Log,
    onSend: () => void,
  ): Promise<boolean> {
    const isTrusted = trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin) !== null
    if (settings.sharing.mail !== 'host' || request.to === null || !isTrusted) return false
    const names = await readNames(request, log)
    onSend()
    await mailLink(request, request.to, invitation, names)
    return true
  }

  /** Names for the mail; null if they cannot be read. It is sent all the same. */
  async function readNames(
    { user: { companyId }, connectionId }: ShareRequest,
    log: Log,
  ): Promise<MailNames> {
    const [company, connection] = await Promise.allSettled([
      client.getCompany(companyId, log),
      connectionId === null ? null : connections.get(companyId, connectionId, log),
    ])
    return {
      companyName: company.status === 'fulfilled' ? company.value.name : null,
      providerName: connection.status === 'fulfilled' ? (connection.value?.providerName ?? null) : null,
    }
  }

  async function mailLink(
    request: ShareRequest,
    to: Recipient,
    invitation: NectarInvitation,
    names: MailNames,
  ): Promise<void> {
    const { sendInvitation } = options
    if (sendInvitation === undefined) throw new NectarConnectError('not_configured')
    const { user, kind, connectionId, language, note, isReminder, attempt } = request
    const url = String(trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin))
    const expiresAt = invitation.expiresAt === null ? null : timestampToMs(invitation.expiresAt)
    const common = { to, url, isReminder, language, note, kind }
    const { appName } = settings.sharing
    const mail: InvitationMail = {
      ...common,
      ...renderMail({ ...common, ...names, appName, inviterName: user.userName, expiresAt }),
      invitationId: invitation.id,
      idempotencyKey: `${attempt.slice(0, 32)}-${isReminder ? 'reminder' : 'invitation'}`,
      companyId: user.companyId,
      connectionId,
      providerName: names.providerName,
      invitedBy: { userId: user.userId, name: user.userName },
      expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    }
    try {
      await callHostHook(core.timers, 'sendInvitation', HOST_LIMIT_MS, () => sendInvitation(mail))
    } catch (cause) {
      throw new NectarConnectError('mail_not_sent', {
        message: 'The "sendInvitation" function failed. Return only when the mail was taken for sending.',
        cause,
      })
    }
  }

  return { prepare, sendAgain, record }
}

function describe(
  request: ShareRequest,
  invitation: NectarInvitation,
  mail: InvitationEntry['mail'],
  { now, clock }: Pick<Core, 'now' | 'clock'>,
): InvitationEntry {
  const { user, kind, connectionId, to, language, attempt, requestHash } = request
  const at = new Date(now()).toISOString()
  return {
    ...{ kind, connectionId, to, language, attempt, requestHash, mail },
    invitationId: invitation.id.toLowerCase(),
    companyId: user.companyId,
    via: to === null ? 'link' : 'email',
    input: request.input ?? null,
    prefill: request.prefill ?? null,
    invitedBy: { userId: user.userId, name: user.userName },
    sentAt: toIso(invitation.createdAt) ?? at,
    remindedAt: request.isReminder ? at : null,
    stage: getInvitationStage(viewInvitation(invitation, [], clock)),
    stageAt: at,
    shareId: request.shareId ?? invitation.id.toLowerCase(),
    reminder: null,
  }
}
