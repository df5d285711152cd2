import type { DatabaseSync } from 'node:sqlite'
import type { ConnectStore, StoreLimits } from '../connect-store.ts'
import { createListeners } from '../listeners.ts'
import { openDatabase } from './open-database.ts'
import { createSqliteChanges } from './sqlite-changes.ts'
import { createSqliteCounts, createSqliteInvitations } from './sqlite-invitations.ts'
import { inTransaction } from './sqlite-statements.ts'

/** Options of `createSqliteStore`. */
export interface SqliteStoreOptions extends StoreLimits {
  /** The file; it is made when it is missing, and so is its folder. Not on a network drive: locks do not hold there. */
  path: string
  /** How often other processes' changes are looked for while somebody listens, in milliseconds. Default 500. */
  pollMs?: number
}

/**
 * The store in one SQLite file, for hosts whose processes share a disk. Needs Node 22.13 or newer.
 *
 * Every step is one `BEGIN IMMEDIATE` transaction, on disk before it counts, so that a process may die at any moment.
 * What this process writes, its readers hear of at once; what others write, within `pollMs`.
 *
 * The file is opened at first use: a build that imports the store touches no disk. Where it cannot be opened, each call
 * rejects with a `NectarConnectError` `not_configured` that names the path.
 *
 * @example
 * import { createSqliteStore } from '@nectar-connect/server/sqlite'
 *
 * const store = createSqliteStore({ path: 'data/nectar-connect.db' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, store })
 */
export function createSqliteStore(options: SqliteStoreOptions): ConnectStore {
  let opened: ConnectStore | null = null
  let isClosed = false
  const use = (): ConnectStore => {
    if (isClosed) throw new Error('The store in SQLite was closed.')
    opened ??= createOpenStore(openDatabase(options), options)
    return opened
  }
  return {
    claim: async (...given) => use().claim(...given),
    commit: async (...given) => use().commit(...given),
    release: async (...given) => use().release(...given),
    findConnection: async (...given) => use().findConnection(...given),
    latestStatuses: async (...given) => use().latestStatuses(...given),
    readChanges: async (...given) => use().readChanges(...given),
    readHistory: async (...given) => use().readHistory(...given),
    addInvitation: async (...given) => use().addInvitation(...given),
    findInvitation: async (...given) => use().findInvitation(...given),
    listInvitations: async (...given) => use().listInvitations(...given),
    updateInvitation: async (...given) => use().updateInvitation(...given),
    countWithin: async (...given) => use().countWithin(...given),
    subscribe: (...given) => use().subscribe(...given),
    eraseCompany: async (...given) => use().eraseCompany(...given),
    async close() {
      isClosed = true
      await opened?.close()
    },
  }
}

function createOpenStore(db: DatabaseSync, options: SqliteStoreOptions): ConnectStore {
  const now = options.now ?? Date.now
  const watch = watchOtherWriters(db, options.pollMs ?? 500, () => listeners.notifyAll())
  const listeners = createListeners((count) => watch.turn(count > 0))
  const { erase: eraseChanges, ...changes } = createSqliteChanges(db, listeners, now, options)
  const { erase: eraseInvitations, ...invitations } = createSqliteInvitations(db, listeners, options)
  const { erase: eraseCounts, ...counts } = createSqliteCounts(db, now)

  return {
    ...changes,
    ...invitations,
    ...counts,
    subscribe: listeners.add,
    async eraseCompany(companyId) {
      inTransaction(db, () => {
        eraseChanges(companyId)
        eraseInvitations(companyId)
        eraseCounts(companyId)
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

/**
 * Calls back after other connections wrote to a database, while it is turned on. SQLite counts their transactions.
 *
 * @param pollMs How often it is looked, in milliseconds.
 */
export function watchOtherWriters(
  db: DatabaseSync,
  pollMs: number,
  onNews: () => void,
): { turn(isOn: boolean): void } {
  const statement = db.prepare('PRAGMA data_version')
  const version = () => Number(Object.values(statement.get() ?? {})[0])
  let timer: ReturnType<typeof setInterval> | undefined
  let seen = 0
  return {
    turn(isOn) {
      if (isOn === (timer !== undefined)) return
      clearInterval(timer)
      timer = undefined
      if (!isOn) return
      seen = version()
      timer = setInterval(() => {
        const now = version()
        if (now === seen) return
        seen = now
        onNews()
      }, pollMs)
      timer.unref()
    },
  }
}
