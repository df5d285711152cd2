import { DatabaseSync } from 'node:sqlite'
import type { ConnectStore, StoreLimits } from '../connect-store.ts'
import { createListeners } from '../listeners.ts'
import { inTransaction } from './in-transaction.ts'
import { createSqliteChanges } from './sqlite-changes.ts'
import { createSqliteCounts } from './sqlite-counts.ts'
import { createSqliteInvitations } from './sqlite-invitations.ts'
import { prepareStatements } from './sqlite-statements.ts'
import { prepareTables } from './sqlite-tables.ts'
import { watchOtherWriters } from './watch-other-writers.ts'

/** Options of `createSqliteStore`. */
export interface SqliteStoreOptions extends StoreLimits {
  /** The file; it is made when it is missing. Not on a network drive: locks do not hold there. */
  path: string
  /** How often other processes' changes are looked for while somebody listens, in milliseconds. Default 500. */
  pollMs?: number
}

/** How long a process waits for another one's transaction, in milliseconds. Each takes about one. */
const BUSY_MS = 5_000

/**
 * The store in one SQLite file, for hosts whose processes share a disk. Needs Node 22.13 or newer.
 *
 * Every step is one `BEGIN IMMEDIATE` transaction, on disk before it counts, so that a process may die at any moment.
 * What this process writes, its readers hear of at once; what others write, within `pollMs`.
 *
 * @throws Error of `node:sqlite` when the file cannot be opened.
 * @example
 * import { createSqliteStore } from '@nectar-connect/server/sqlite'
 *
 * const store = createSqliteStore({ path: 'data/nectar-connect.db' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, store })
 */
export function createSqliteStore(options: SqliteStoreOptions): ConnectStore {
  const now = options.now ?? Date.now
  const db = new DatabaseSync(options.path, { timeout: BUSY_MS })
  prepareTables(db, now())
  const sql = prepareStatements(db)
  const watch = watchOtherWriters(db, options.pollMs ?? 500, () => listeners.notifyAll())
  const listeners = createListeners((count) => watch.turn(count > 0))
  const { erase: eraseInvitations, ...invitations } = createSqliteInvitations(db, listeners, options)
  const counts = createSqliteCounts(db, now)

  return {
    ...createSqliteChanges(sql, listeners, now, options),
    ...invitations,
    countWithin: async (companyId, name, window) => counts.count(companyId, name, window),
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      inTransaction(db, () => {
        sql.erase(companyId)
        eraseInvitations(companyId)
        counts.erase(companyId)
      })
      listeners.notify(companyId, 'changes')
      listeners.notify(companyId, 'invitations')
    },
    async close() {
      watch.turn(false)
      if (db.isOpen) db.close()
    },
  }
}
