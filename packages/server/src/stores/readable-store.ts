import { INVITATION_KINDS, MAIL_LANGUAGES } from '@nectar-connect/contract/wire'
import * as z from 'zod/mini'
import type { Log } from '../lib/log.ts'
import type { ConnectStore, InvitationEntry } from './connect-store.ts'

const text = z.nullable(z.string())

const schema: z.ZodMiniType<InvitationEntry> = z.object({
  invitationId: z.string(),
  companyId: z.string(),
  kind: z.enum(INVITATION_KINDS),
  connectionId: text,
  via: z.enum(['email', 'link']),
  mail: z.nullable(z.enum(['nectar', 'host'])),
  to: text,
  language: z.enum(MAIL_LANGUAGES),
  input: z.nullable(z.record(z.string(), z.unknown())),
  prefill: z.nullable(z.record(z.string(), z.unknown())),
  invitedBy: z.object({ userId: z.string(), name: text }),
  sentAt: z.string(),
  remindedAt: text,
  stage: z.enum(['sent', 'opened', 'received', 'expired', 'revoked', 'unknown']),
  stageAt: z.string(),
  shareId: z.string(),
  attempt: z.string(),
  reminder: text,
  requestHash: z.string(),
})

/** The same store, without entries of invitations that cannot be read: Nectar's data is shown for them. */
export function readableStore(store: ConnectStore, log: Log): ConnectStore {
  const readOne = (entry: unknown): InvitationEntry[] => {
    const parsed = schema.safeParse(entry)
    if (parsed.success) return [parsed.data]
    log.once('error', 'What the store has of an invitation cannot be read. It is left out.', {})
    return []
  }
  const readable: Pick<ConnectStore, 'findInvitation' | 'listInvitations'> = {
    async findInvitation(companyId, invitationId) {
      const entry = await store.findInvitation(companyId, invitationId)
      return entry === null ? null : (readOne(entry)[0] ?? null)
    },
    listInvitations: async (companyId) => (await store.listInvitations(companyId)).flatMap(readOne),
  }
  const bound = new WeakMap<object, unknown>()
  // Not spread: a host's own store may be an object of a class.
  return new Proxy(store, {
    get(_store, name) {
      const method: unknown = Reflect.get(Object.hasOwn(readable, name) ? readable : store, name)
      if (typeof method !== 'function') return method
      const known = bound.get(method) ?? method.bind(store)
      bound.set(method, known)
      return known
    },
  })
}
