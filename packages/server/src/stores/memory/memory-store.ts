import {
  type ConnectStore,
  type Count,
  type CountWindow,
  INVITATIONS_PER_COMPANY,
  type InvitationsPart,
  type StoreLimits,
} from '../connect-store.ts'
import type { InvitationEntry } from '../invitation-entry.ts'
import { createListeners, type Listeners } from '../listeners.ts'
import { createMemoryChanges } from './memory-changes.ts'

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
  const now = options.now ?? Date.now
  const listeners = createListeners()
  const { erase: eraseChanges, ...changes } = createMemoryChanges(options, listeners, now)
  const { erase: eraseInvitations, ...invitations } = createMemoryInvitations(options, listeners)
  const counts = createMemoryCounts(now)
  return {
    ...changes,
    ...invitations,
    countWithin: async (companyId, name, window) => counts.count(companyId, name, window),
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      eraseChanges(companyId)
      eraseInvitations(companyId)
      counts.erase(companyId)
      listeners.notify(companyId, 'changes')
      listeners.notify(companyId, 'invitations')
    },
    async close() {},
  }
}

/** Options of `createMemoryStore`. */
export interface MemoryStoreOptions extends StoreLimits {
  /** Companies kept; the one that was longest without news goes first. Default 5000. */
  companies?: number
}

/** Companies kept without being told. */
export const COMPANIES = 5_000

/** How often a name was counted, and until when that holds, in milliseconds since the epoch. */
interface Window {
  count: number
  endsAt: number
}

/** Counts of all companies. */
export function createMemoryCounts(now: () => number) {
  const windows = new Map<string, Map<string, Window>>()

  function forgetEnded() {
    for (const [companyId, ofCompany] of windows) {
      for (const [name, { endsAt }] of ofCompany) if (endsAt <= now()) ofCompany.delete(name)
      if (ofCompany.size === 0) windows.delete(companyId)
    }
  }

  return {
    count(companyId: string, name: string, { limit, windowMs }: CountWindow): Count {
      forgetEnded()
      const ofCompany = windows.get(companyId) ?? new Map<string, Window>()
      const window = ofCompany.get(name) ?? { count: 0, endsAt: now() + windowMs }
      if (window.count >= limit) return { state: 'full', retryAfterMs: window.endsAt - now() }
      windows.set(companyId, ofCompany.set(name, { ...window, count: window.count + 1 }))
      return { state: 'counted' }
    },
    erase(companyId: string) {
      windows.delete(companyId)
    },
  }
}

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
