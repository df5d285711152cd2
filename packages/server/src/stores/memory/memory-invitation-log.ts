import {
  INVITATIONS_PER_COMPANY,
  type InvitationEntry,
  type InvitationLog,
  type InvitationLogLimits,
} from '../invitation-log.ts'
import { createListeners } from '../listeners.ts'

/** Options of `createMemoryInvitationLog`. */
export interface MemoryInvitationLogOptions extends InvitationLogLimits {
  /** Companies kept; the one that was longest without news goes first. Default 5000. */
  companies?: number
}

/**
 * The invitation log of one process, for development and for hosts that run one. It forgets everything when the
 * process ends: invitations are then listed without the person who sent them.
 *
 * @example
 * const invitationLog = createMemoryInvitationLog({ invitationsPerCompany: 5000 })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, invitationLog })
 */
export function createMemoryInvitationLog(options: MemoryInvitationLogOptions = {}): InvitationLog {
  const maxInvitations = options.invitationsPerCompany ?? INVITATIONS_PER_COMPANY
  const maxCompanies = options.companies ?? 5_000
  /** By id, oldest first. */
  const companies = new Map<string, Map<string, InvitationEntry>>()
  const listeners = createListeners()

  const touch = (companyId: string) => {
    const entries = companies.get(companyId) ?? new Map<string, InvitationEntry>()
    companies.delete(companyId)
    companies.set(companyId, entries)
    trim(companies, maxCompanies)
    return entries
  }

  return {
    async add(entry) {
      const entries = touch(entry.companyId)
      entries.set(entry.invitationId, structuredClone(entry))
      trim(entries, maxInvitations)
      listeners.tell(entry.companyId)
    },
    async find(companyId, invitationId) {
      return structuredClone(companies.get(companyId)?.get(invitationId) ?? null)
    },
    async list(companyId) {
      return structuredClone([...(companies.get(companyId)?.values() ?? [])].reverse())
    },
    async update(companyId, invitationId, patch, ifStage) {
      const known = companies.get(companyId)?.get(invitationId)
      if (!known || (ifStage !== undefined && known.stage !== ifStage)) return false
      touch(companyId).set(invitationId, { ...known, ...patch })
      listeners.tell(companyId)
      return true
    },
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      companies.delete(companyId)
      listeners.tell(companyId)
    },
    async close() {},
  }
}

function trim(map: Map<string, unknown>, capacity: number) {
  const [oldest] = map.keys()
  if (map.size > capacity && oldest !== undefined) map.delete(oldest)
}
