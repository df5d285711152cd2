import type { ConnectStore } from '../connect-store.ts'
import { createListeners } from '../listeners.ts'
import { createMemoryChanges } from './memory-changes.ts'
import { createMemoryCounts } from './memory-counts.ts'
import { createMemoryInvitations } from './memory-invitations.ts'
import type { MemoryStoreOptions } from './memory-options.ts'

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
