import type { Json } from '../api/views.ts'
import type { SandboxSnapshot } from './types.ts'

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

function omit(item: Json, fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(item).filter(([field]) => !fields.includes(field)))
}
