import type { Json } from '../api/views.ts'
import type { WebhookDelivery } from '../webhooks/types.ts'
import type { SandboxMail, SandboxSnapshot } from './types.ts'

/** Links and secrets stay in the process: whoever has a link can use the invitation. */
export function withoutSecrets(snapshot: SandboxSnapshot): SandboxSnapshot {
  return {
    ...snapshot,
    connections: snapshot.connections.map((item) =>
      omit(item, ['publicCompanyId', 'connectionMagicLinkSecret']),
    ),
    invitations: snapshot.invitations.map((item) => omit(item, ['token', 'invitationUrl'])),
  }
}

/** The same for a webhook; of a body the company's `publicId` stays. */
export function deliveryWithoutSecrets(delivery: WebhookDelivery): WebhookDelivery {
  const hide = (name: string, value: unknown) => (name === 'publicId' ? undefined : value)
  return { ...delivery, body: JSON.parse(JSON.stringify(delivery.body, hide)) as Json }
}

/** A mail without what is in it: its link is good for whoever has it, and its subject may hold the code. */
export function mailWithoutSecrets(mail: SandboxMail): SandboxMail {
  const subject = mail.code === null ? mail.subject : mail.subject.replace(mail.code, '······')
  return { ...mail, subject, id: null, text: null, html: null, url: null, code: null }
}

function omit(item: Json, fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(item).filter(([field]) => !fields.includes(field)))
}
