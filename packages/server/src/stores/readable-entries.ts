import { INVITATION_KINDS, MAIL_LANGUAGES } from '@nectar-connect/contract/wire'
import * as z from 'zod/mini'
import type { Log } from '../lib/log.ts'
import type { InvitationEntry, InvitationLog } from './invitation-log.ts'

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
  stage: z.enum(['sent', 'opened', 'received', 'expired', 'withdrawn', 'unknown']),
  stageAt: z.string(),
  replacedBy: text,
  attempt: z.string(),
  reminder: text,
  purpose: z.string(),
})

/**
 * The same log, without the entries that cannot be read: one that is spoilt must not take the others away. An
 * invitation without an entry is still listed, with what Nectar knows.
 */
export function readableEntries(invitationLog: InvitationLog, log: Log): InvitationLog {
  const readOne = (entry: unknown): InvitationEntry[] => {
    const parsed = schema.safeParse(entry)
    if (parsed.success) return [parsed.data]
    log.once('error', 'An entry of the invitation log cannot be read. It is left out.', {})
    return []
  }
  return {
    // Not spread: a host's own log may be an object of a class.
    add: (entry) => invitationLog.add(entry),
    find: async (companyId, invitationId) => {
      const entry = await invitationLog.find(companyId, invitationId)
      return entry === null ? null : (readOne(entry)[0] ?? null)
    },
    list: async (companyId) => (await invitationLog.list(companyId)).flatMap(readOne),
    update: (...change) => invitationLog.update(...change),
    subscribe: (companyId, onHint) => invitationLog.subscribe(companyId, onHint),
    eraseCompany: (companyId) => invitationLog.eraseCompany(companyId),
    close: () => invitationLog.close(),
  }
}
