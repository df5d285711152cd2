import { type NectarInvitation, timestampToMs } from '@nectar-connect/contract/nectar'
import { sharedStage, trustedInvitationUrl } from '@nectar-connect/contract/wire'
import type { Services } from '../app/services.ts'
import { createInvitation, withdraw } from '../invitations/create-invitation.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import { readInput } from '../invitations/read-input.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { toIso } from '../lib/to-iso.ts'
import type { Addressee } from '../settings/validate-address.ts'
import type { InvitationEntry } from '../stores/invitation-log.ts'
import { type MailSubject, readMailNames, sendMail } from './send-mail.ts'

/** An invitation that is wanted for a colleague. */
export interface ShareRequest extends MailSubject {
  /** Null: a link for whoever has it. */
  to: Addressee | null
  /** The browser's data, as it came. */
  input: Record<string, unknown> | undefined
  isReminder: boolean
  attempt: string
  purpose: string
}

/** An invitation of a colleague, and what is known of how it came to them. */
export interface SharedInvitation {
  invitation: NectarInvitation
  entry: InvitationEntry | null
}

/**
 * Makes an invitation for a colleague, has it mailed, and writes it down. A link that could not be mailed is withdrawn.
 *
 * @param onSend Called right before the request to Nectar is sent.
 * @throws NectarConnectError
 */
export async function createAndSend(
  wish: ShareRequest,
  services: Services,
  log: Log,
  onSend: () => void,
): Promise<SharedInvitation> {
  const { settings, client } = services
  const { caller, kind, connectionId, to } = wish
  const mail = to === null ? null : settings.sharing.mail
  if (to !== null && mail === null) {
    throw new NectarConnectError('not_implemented', {
      message: 'Nobody mails here: "sharing.mail" is "nobody", and there is no "sendInvitation".',
    })
  }
  const input = await readInput(services.inputSchema, wish.input)
  const names = mail === 'host' ? await readMailNames(services, wish, log) : null
  const invitation = await createInvitation(
    {
      caller,
      request: { kind, reason: 'open', ...(connectionId === null ? {} : { connectionId }) },
      input,
      sharing: { to, sendEmail: mail === 'nectar' },
    },
    services,
    log,
    onSend,
  )
  if (names !== null && to !== null) {
    const url = String(trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin))
    const key = `${wish.attempt.slice(0, 32)}-${wish.isReminder ? 'reminder' : 'invitation'}`
    await sendMail(services, wish, names, {
      ...{ to, url, invitationId: invitation.id, isReminder: wish.isReminder, idempotencyKey: key },
      expiresAt: invitation.expiresAt === null ? null : timestampToMs(invitation.expiresAt),
    }).catch(async (error: unknown) => {
      const isWithdrawn = await withdraw(invitation, { client }, log)
      // What is still good may be used, so that this wish is over.
      throw isWithdrawn ? error : new NectarConnectError('outcome_unknown', { cause: error })
    })
  }
  return recordInvitation(wish, invitation, mail, services, log)
}

/** Keeps who was invited. That it cannot be kept makes the invitation no worse. */
export async function recordInvitation(
  wish: ShareRequest,
  invitation: NectarInvitation,
  mail: InvitationEntry['mail'],
  services: Services,
  log: Log,
): Promise<SharedInvitation> {
  const entry = describe(wish, invitation, mail, services)
  try {
    await services.invitationLog.add(entry)
  } catch (cause) {
    log.error('It could not be written down who was invited. The invitation itself is good.', {
      invitationId: invitation.id,
      cause,
    })
  }
  return { invitation, entry }
}

function describe(
  wish: ShareRequest,
  invitation: NectarInvitation,
  mail: InvitationEntry['mail'],
  { now, clock }: Services,
): InvitationEntry {
  const { caller, kind, connectionId, to, language, attempt, purpose } = wish
  const at = new Date(now()).toISOString()
  return {
    ...{ kind, connectionId, to, language, attempt, purpose, mail },
    invitationId: invitation.id.toLowerCase(),
    companyId: caller.companyId,
    via: to === null ? 'link' : 'email',
    input: wish.input ?? null,
    invitedBy: { userId: caller.userId, name: caller.userName },
    sentAt: toIso(invitation.createdAt) ?? at,
    remindedAt: wish.isReminder ? at : null,
    stage: sharedStage(viewInvitation(invitation, [], clock)),
    stageAt: at,
    replacedBy: null,
    reminder: null,
  }
}
