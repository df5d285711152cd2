import { INVITATION_KINDS, MAIL_LANGUAGES } from '@nectar-connect/contract/wire'
import * as z from 'zod/mini'
import type { Log } from '../lib/log.ts'
import type { ConnectStore } from './connect-store.ts'
import type { InvitationEntry } from './invitation-entry.ts'

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

/**
 * The same store, without the entries of invitations that cannot be read: one that is spoilt must not take the others
 * away. An invitation without an entry is still listed, with what Nectar knows.
 */
export function readableStore(store: ConnectStore, log: Log): ConnectStore {
  const readOne = (entry: unknown): InvitationEntry[] => {
    const parsed = schema.safeParse(entry)
    if (parsed.success) return [parsed.data]
    log.once('error', 'What the store has of an invitation cannot be read. It is left out.', {})
    return []
  }
  return {
    // Not spread: a host's own store may be an object of a class.
    claim: (...event) => store.claim(...event),
    commit: (...observed) => store.commit(...observed),
    release: (token) => store.release(token),
    findConnection: (connectionId) => store.findConnection(connectionId),
    latestStatuses: (companyId) => store.latestStatuses(companyId),
    readChanges: (...asked) => store.readChanges(...asked),
    readHistory: (...asked) => store.readHistory(...asked),
    addInvitation: (entry) => store.addInvitation(entry),
    findInvitation: async (companyId, invitationId) => {
      const entry = await store.findInvitation(companyId, invitationId)
      return entry === null ? null : (readOne(entry)[0] ?? null)
    },
    listInvitations: async (companyId) => (await store.listInvitations(companyId)).flatMap(readOne),
    updateInvitation: (...change) => store.updateInvitation(...change),
    countWithin: (...counted) => store.countWithin(...counted),
    subscribe: (companyId, onHint) => store.subscribe(companyId, onHint),
    eraseCompany: (companyId) => store.eraseCompany(companyId),
    close: () => store.close(),
  }
}
