import type { InvitationKind, MailLanguage } from '@nectar-connect/contract/wire'
import type { Services } from '../app/services.ts'
import { callHostHook } from '../lib/call-host-hook.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { InvitationMail } from '../settings/options.ts'
import type { Addressee } from '../settings/validate-address.ts'
import { type RenderedMail, renderMail } from './mail/render-mail.ts'

/** In milliseconds. */
const HOST_LIMIT_MS = 20_000
/** Stands for the link in a preview: it leads nowhere. */
const NO_LINK = 'https://link.invalid/'

/** What a mail is about. */
export interface MailSubject {
  caller: { companyId: string; userId: string; userName: string | null }
  kind: InvitationKind
  connectionId: string | null
  language: MailLanguage
  note: string | null
}

export interface MailNames {
  companyName: string | null
  providerName: string | null
}

type Deps = Pick<Services, 'client' | 'connections' | 'settings' | 'timers' | 'sendInvitation'>

/** Names for the mail; null where they cannot be read, which is no reason not to send it. */
export async function readMailNames(
  { client, connections }: Deps,
  { caller: { companyId }, connectionId }: MailSubject,
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

/** The mail as the addressee would get it, with a link that leads nowhere. */
export function previewMail(deps: Deps, subject: MailSubject, names: MailNames, expiresAt: number | null) {
  return write(deps, subject, names, { url: NO_LINK, to: '…', isReminder: false, expiresAt })
}

/**
 * Hands a mail to the host.
 *
 * @throws NectarConnectError `mail_not_sent`, with what the host's function threw as its cause.
 */
export async function sendMail(
  deps: Deps,
  subject: MailSubject,
  names: MailNames,
  mail: Pick<InvitationMail, 'url' | 'invitationId' | 'isReminder' | 'idempotencyKey'> & {
    to: Addressee
    /** Milliseconds since the epoch; null: never. */
    expiresAt: number | null
  },
): Promise<void> {
  const { sendInvitation } = deps
  if (sendInvitation === undefined) throw new NectarConnectError('not_configured')
  const { caller, kind, connectionId, language, note } = subject
  const { expiresAt, ...rest } = mail
  const complete: InvitationMail = {
    ...rest,
    ...write(deps, subject, names, mail),
    language,
    note,
    kind,
    companyId: caller.companyId,
    connectionId,
    providerName: names.providerName,
    invitedBy: { userId: caller.userId, name: caller.userName },
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  }
  try {
    await callHostHook(deps.timers, 'sendInvitation', HOST_LIMIT_MS, () => sendInvitation(complete))
  } catch (cause) {
    throw new NectarConnectError('mail_not_sent', {
      message: 'The "sendInvitation" function failed. Return only when the mail was taken for sending.',
      cause,
    })
  }
}

function write(
  { settings }: Deps,
  { caller, kind, language, note }: MailSubject,
  names: MailNames,
  mail: { url: string; to: string; isReminder: boolean; expiresAt: number | null },
): RenderedMail {
  const { url, to, isReminder, expiresAt } = mail
  const { appName } = settings.sharing
  return renderMail({
    ...{ language, kind, isReminder, url, to, note, expiresAt, appName },
    ...names,
    inviterName: caller.userName,
  })
}
