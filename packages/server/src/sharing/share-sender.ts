import { type NectarInvitation, timestampToMs } from '@nectar-connect/contract/nectar'
import { getInvitationStage, trustedInvitationUrl } from '@nectar-connect/contract/wire'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import { type CreateInvitation, revoke } from '../invitations/create-invitation.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import { readInput } from '../invitations/policy.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { toIso } from '../lib/values.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { Settings } from '../settings/settings.ts'
import type { Recipient } from '../settings/sharing-settings.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import type { InvitationEntry } from '../stores/invitation-entry.ts'
import type { Mailer, MailSubject } from './mailer.ts'

/** An invitation to create for a colleague. */
export interface ShareRequest extends MailSubject {
  /** Null: a link for whoever has it. */
  to: Recipient | null
  /** The browser's data, as it came. */
  input: Record<string, unknown> | undefined
  isReminder: boolean
  attempt: string
  requestHash: string
}

/** An invitation of a colleague, and what is known of how it came to them. */
export interface SharedInvitation {
  invitation: NectarInvitation
  entry: InvitationEntry | null
}

/** Makes invitations for colleagues. */
export interface ShareSender {
  /**
   * Creates an invitation, has it mailed, and records it. A link that could not be mailed is revoked.
   *
   * @param onSend Called right before the request to Nectar is sent.
   * @throws NectarConnectError
   */
  createAndSend(request: ShareRequest, log: Log, onSend: () => void): Promise<SharedInvitation>
  /** Records who was invited. If that fails, the invitation still works. */
  record(
    request: ShareRequest,
    invitation: NectarInvitation,
    mail: InvitationEntry['mail'],
    log: Log,
  ): Promise<SharedInvitation>
}

interface SenderDeps {
  client: Pick<NectarClient, 'revokeInvitation'>
  clock: NectarClock
  createInvitation: CreateInvitation
  inputSchema: StandardSchemaV1 | undefined
  store: Pick<ConnectStore, 'addInvitation'>
  mailer: Pick<Mailer, 'readNames' | 'send'>
  /** Milliseconds since the epoch. */
  now: () => number
  settings: Pick<Settings, 'hostedOrigin' | 'sharing'>
}

export function createShareSender(deps: SenderDeps): ShareSender {
  const { client, createInvitation, inputSchema, store, mailer, settings } = deps

  const record: ShareSender['record'] = async (request, invitation, mail, log) => {
    const entry = describe(request, invitation, mail, deps)
    try {
      await store.addInvitation(entry)
    } catch (cause) {
      log.error('It could not be written down who was invited. The invitation itself is good.', {
        invitationId: invitation.id,
        cause,
      })
    }
    return { invitation, entry }
  }

  return {
    record,
    async createAndSend(request, log, onSend) {
      const { user, kind, connectionId, to } = request
      const mail = to === null ? null : settings.sharing.mail
      if (to !== null && mail === null) {
        throw new NectarConnectError('not_implemented', {
          message: 'Nobody mails here: "sharing.sender" is "none", and there is no "sendInvitation".',
        })
      }
      const input = await readInput(inputSchema, request.input)
      const names = mail === 'host' ? await mailer.readNames(request, log) : null
      const invitation = await createInvitation(
        {
          user,
          request: { kind, reason: 'first', ...(connectionId === null ? {} : { connectionId }) },
          input,
          sharing: { to, sendEmail: mail === 'nectar' },
        },
        log,
        onSend,
      )
      if (names !== null && to !== null) {
        const url = String(trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin))
        const key = `${request.attempt.slice(0, 32)}-${request.isReminder ? 'reminder' : 'invitation'}`
        const details = {
          ...{ to, url, invitationId: invitation.id, isReminder: request.isReminder, idempotencyKey: key },
          expiresAt: invitation.expiresAt === null ? null : timestampToMs(invitation.expiresAt),
        }
        await mailer.send(request, names, details).catch(async (error: unknown) => {
          const isRevoked = await revoke(client, invitation, log)
          // The invitation may still be used, so this request is finished.
          throw isRevoked ? error : new NectarConnectError('outcome_unknown', { cause: error })
        })
      }
      return record(request, invitation, mail, log)
    },
  }
}

function describe(
  request: ShareRequest,
  invitation: NectarInvitation,
  mail: InvitationEntry['mail'],
  { now, clock }: Pick<SenderDeps, 'now' | 'clock'>,
): InvitationEntry {
  const { user, kind, connectionId, to, language, attempt, requestHash } = request
  const at = new Date(now()).toISOString()
  return {
    ...{ kind, connectionId, to, language, attempt, requestHash, mail },
    invitationId: invitation.id.toLowerCase(),
    companyId: user.companyId,
    via: to === null ? 'link' : 'email',
    input: request.input ?? null,
    invitedBy: { userId: user.userId, name: user.userName },
    sentAt: toIso(invitation.createdAt) ?? at,
    remindedAt: request.isReminder ? at : null,
    stage: getInvitationStage(viewInvitation(invitation, [], clock)),
    stageAt: at,
    replacedBy: null,
    reminder: null,
  }
}
