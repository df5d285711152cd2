import { trimOldest } from '../../lib/shared-work.ts'
import type { InvitationEntry } from '../connect-store.ts'
import {
  type ConnectStore,
  type Count,
  type CountWindow,
  type InvitationsPart,
  limitsOf,
  type StoreLimits,
} from '../connect-store.ts'
import { createListeners, type Listeners } from '../listeners.ts'
import { createMemoryChanges } from './memory-changes.ts'

/** Options of `createMemoryStore`. */
export interface MemoryStoreOptions extends StoreLimits {
  /** Companies kept; the one that was longest without news goes first. Default 5000. */
  companies?: number
}

/**
 * The store of one process, for development and for hosts that run one. It forgets everything when the process ends:
 * readers are told to start anew, an event that was handled before is handled again, and invitations are listed without
 * the person who sent them.
 *
 * @example
 * const store = createMemoryStore({ changesPerCompany: 5000 })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, store })
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): ConnectStore {
  const settings = { companies: 5_000, ...options }
  const now = options.now ?? Date.now
  const listeners = createListeners()
  const { erase: eraseChanges, ...changes } = createMemoryChanges(settings, listeners, now)
  const { erase: eraseInvitations, ...invitations } = createMemoryInvitations(settings, listeners)
  const { erase: eraseCounts, ...counts } = createMemoryCounts(now)
  return {
    ...changes,
    ...invitations,
    ...counts,
    subscribe: listeners.add,
    async eraseCompany(companyId) {
      eraseChanges(companyId)
      eraseInvitations(companyId)
      eraseCounts(companyId)
      listeners.notify(companyId, 'changes')
      listeners.notify(companyId, 'invitations')
    },
    async close() {},
  }
}

function createMemoryCounts(now: () => number) {
  /** By company and name: how often it was counted, and until when that holds, in milliseconds since the epoch. */
  const windows = new Map<string, Map<string, { count: number; endsAt: number }>>()

  function forgetEnded() {
    for (const [companyId, ofCompany] of windows) {
      for (const [name, { endsAt }] of ofCompany) if (endsAt <= now()) ofCompany.delete(name)
      if (ofCompany.size === 0) windows.delete(companyId)
    }
  }

  return {
    async countWithin(companyId: string, name: string, { limit, windowMs }: CountWindow): Promise<Count> {
      forgetEnded()
      const ofCompany = windows.get(companyId) ?? new Map()
      const { count, endsAt } = ofCompany.get(name) ?? { count: 0, endsAt: now() + windowMs }
      if (count >= limit) return { state: 'full', retryAfterMs: endsAt - now() }
      windows.set(companyId, ofCompany.set(name, { count: count + 1, endsAt }))
      return { state: 'counted' }
    },
    erase: (companyId: string) => windows.delete(companyId),
  }
}

function createMemoryInvitations(
  options: MemoryStoreOptions & { companies: number },
  listeners: Listeners,
): InvitationsPart & { erase(companyId: string): void } {
  const { invitationsPerCompany } = limitsOf(options)
  /** By id, oldest first. */
  const companies = new Map<string, Map<string, InvitationEntry>>()

  function touch(companyId: string) {
    const entries = companies.get(companyId) ?? new Map<string, InvitationEntry>()
    companies.delete(companyId)
    companies.set(companyId, entries)
    trimOldest(companies, options.companies)
    return entries
  }

  return {
    async addInvitation(entry) {
      const entries = touch(entry.companyId)
      entries.set(entry.invitationId, structuredClone(entry))
      trimOldest(entries, invitationsPerCompany)
      listeners.notify(entry.companyId, 'invitations')
    },
    async findInvitation(companyId, invitationId) {
      return structuredClone(companies.get(companyId)?.get(invitationId) ?? null)
    },
    async listInvitations(companyId) {
      const entries = companies.get(companyId)
      return entries === undefined ? [] : structuredClone([...entries.values()].reverse())
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
