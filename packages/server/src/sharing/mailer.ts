import type { InvitationKind, MailLanguage } from '@nectar-connect/contract/wire'
import type { Connections } from '../connections/connections.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Timers } from '../lib/with-deadline.ts'
import { callHostHook } from '../lib/with-deadline.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { InvitationMail, NectarConnectOptions } from '../settings/options.ts'
import type { Settings } from '../settings/settings.ts'
import type { Recipient } from '../settings/sharing-settings.ts'
import { type RenderedMail, renderMail } from './mail/render-mail.ts'

/** In milliseconds. */
const HOST_LIMIT_MS = 20_000
/** Replaces the link in a preview, and does not work. */
const NO_LINK = 'https://link.invalid/'

/** What a mail is about. */
export interface MailSubject {
  user: { companyId: string; userId: string; userName: string | null }
  kind: InvitationKind
  connectionId: string | null
  language: MailLanguage
  note: string | null
}

export interface MailNames {
  companyName: string | null
  providerName: string | null
}

/** What `send` gets beside the subject. */
export type MailToSend = Pick<InvitationMail, 'url' | 'invitationId' | 'isReminder' | 'idempotencyKey'> & {
  to: Recipient
  /** Milliseconds since the epoch; null: never. */
  expiresAt: number | null
}

/** Mails of the host. */
export interface Mailer {
  /** Names for the mail; null if they cannot be read. It is sent all the same. */
  readNames(subject: MailSubject, log: Log): Promise<MailNames>
  /** The mail as the recipient would get it, with a link that does not work. */
  preview(subject: MailSubject, names: MailNames, expiresAt: number | null): RenderedMail
  /**
   * Gives a mail to the host to send.
   *
   * @throws NectarConnectError `mail_not_sent`, with what the host's function threw as its cause.
   */
  send(subject: MailSubject, names: MailNames, mail: MailToSend): Promise<void>
}

interface MailerDeps {
  client: Pick<NectarClient, 'getCompany'>
  connections: Pick<Connections, 'get'>
  settings: Pick<Settings, 'sharing'>
  timers: Timers
  /** The host's function; undefined: the host does not mail. */
  sendInvitation: NectarConnectOptions['sendInvitation']
}

export function createMailer({ client, connections, settings, timers, sendInvitation }: MailerDeps): Mailer {
  const write = (
    { user, kind, language, note }: MailSubject,
    names: MailNames,
    mail: { url: string; to: string; isReminder: boolean; expiresAt: number | null },
  ): RenderedMail => {
    const { url, to, isReminder, expiresAt } = mail
    const { appName } = settings.sharing
    return renderMail({
      ...{ language, kind, isReminder, url, to, note, expiresAt, appName },
      ...names,
      inviterName: user.userName,
    })
  }

  return {
    async readNames({ user: { companyId }, connectionId }, log) {
      const [company, connection] = await Promise.allSettled([
        client.getCompany(companyId, log),
        connectionId === null ? null : connections.get(companyId, connectionId, log),
      ])
      return {
        companyName: company.status === 'fulfilled' ? company.value.name : null,
        providerName: connection.status === 'fulfilled' ? (connection.value?.providerName ?? null) : null,
      }
    },
    preview: (subject, names, expiresAt) =>
      write(subject, names, { url: NO_LINK, to: '…', isReminder: false, expiresAt }),
    async send(subject, names, mail) {
      if (sendInvitation === undefined) throw new NectarConnectError('not_configured')
      const { user, kind, connectionId, language, note } = subject
      const { expiresAt, ...rest } = mail
      const complete: InvitationMail = {
        ...rest,
        ...write(subject, names, mail),
        language,
        note,
        kind,
        companyId: user.companyId,
        connectionId,
        providerName: names.providerName,
        invitedBy: { userId: user.userId, name: user.userName },
        expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
      }
      try {
        await callHostHook(timers, 'sendInvitation', HOST_LIMIT_MS, () => sendInvitation(complete))
      } catch (cause) {
        throw new NectarConnectError('mail_not_sent', {
          message: 'The "sendInvitation" function failed. Return only when the mail was taken for sending.',
          cause,
        })
      }
    },
  }
}
