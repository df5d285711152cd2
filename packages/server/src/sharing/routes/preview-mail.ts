import type { MailPreview } from '@nectar-connect/contract/wire'
import { requireOwnConnection } from '../../connections/require-own-connection.ts'
import { previewMailRequest } from '../../http/requests.ts'
import type { Route } from '../../http/route.ts'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'
import { readMailNames, previewMail as write } from '../send-mail.ts'

/** What a colleague would be sent. Makes nothing. */
export const previewMail: Route = {
  method: 'POST',
  path: '/invitations/shared/preview',
  access: 'caller',
  may: (can) => can.invite,
  async run({ services, log, caller, readBody }) {
    const { kind, note = null, language = 'en', ...rest } = await readBody(previewMailRequest)
    const { mail, expiresInSeconds } = services.settings.sharing
    if (mail === null) throw new NectarConnectError('not_implemented')
    if (mail === 'nectar') return { mail, subject: null, text: null, html: null } satisfies MailPreview
    const connectionId = 'connectionId' in rest ? rest.connectionId.toLowerCase() : null
    if (connectionId !== null) {
      await requireOwnConnection(services.client, caller.companyId, connectionId, log)
    }
    const subject = { caller, kind, connectionId, language, note }
    const names = await readMailNames(services, subject, log)
    const expiresAt = expiresInSeconds === null ? null : services.now() + expiresInSeconds * 1000
    return { mail, ...write(services, subject, names, expiresAt) } satisfies MailPreview
  },
}
