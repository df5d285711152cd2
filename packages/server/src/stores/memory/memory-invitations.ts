import { INVITATIONS_PER_COMPANY, type InvitationsPart } from '../connect-store.ts'
import type { InvitationEntry } from '../invitation-entry.ts'
import type { Listeners } from '../listeners.ts'
import { COMPANIES, type MemoryStoreOptions } from './memory-options.ts'

/** Invitations of all companies. */
export function createMemoryInvitations(
  options: MemoryStoreOptions,
  listeners: Listeners,
): InvitationsPart & { erase(companyId: string): void } {
  const maxInvitations = options.invitationsPerCompany ?? INVITATIONS_PER_COMPANY
  const maxCompanies = options.companies ?? COMPANIES
  /** By id, oldest first. */
  const companies = new Map<string, Map<string, InvitationEntry>>()

  const touch = (companyId: string) => {
    const entries = companies.get(companyId) ?? new Map<string, InvitationEntry>()
    companies.delete(companyId)
    companies.set(companyId, entries)
    trim(companies, maxCompanies)
    return entries
  }

  return {
    async addInvitation(entry) {
      const entries = touch(entry.companyId)
      entries.set(entry.invitationId, structuredClone(entry))
      trim(entries, maxInvitations)
      listeners.notify(entry.companyId, 'invitations')
    },
    async findInvitation(companyId, invitationId) {
      return structuredClone(companies.get(companyId)?.get(invitationId) ?? null)
    },
    async listInvitations(companyId) {
      return structuredClone([...(companies.get(companyId)?.values() ?? [])].reverse())
    },
    async updateInvitation(companyId, invitationId, patch, ifStage) {
      const known = companies.get(companyId)?.get(invitationId)
      if (!known || (ifStage !== undefined && known.stage !== ifStage)) return false
      touch(companyId).set(invitationId, { ...known, ...patch })
      listeners.notify(companyId, 'invitations')
      return true
    },
    erase: (companyId) => companies.delete(companyId),
  }
}

function trim(map: Map<string, unknown>, capacity: number) {
  const [oldest] = map.keys()
  if (map.size > capacity && oldest !== undefined) map.delete(oldest)
}
