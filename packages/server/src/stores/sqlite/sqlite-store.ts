import { DatabaseSync } from 'node:sqlite'
import { createEpoch } from '../change-log.ts'
import type { ConnectStore, StoreLimits } from '../connect-store.ts'
import { createListeners } from '../listeners.ts'
import { createSqliteChanges } from './sqlite-changes.ts'
import { createSqliteCounts, createSqliteInvitations } from './sqlite-invitations.ts'
import { inTransaction } from './sqlite-statements.ts'

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

const TABLES = `
CREATE TABLE IF NOT EXISTS meta (
  one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL, epoch TEXT NOT NULL,
  started_at INTEGER NOT NULL, position INTEGER NOT NULL, forgotten INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS changes (
  company TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (company, position)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS floors (
  company TEXT PRIMARY KEY, floor INTEGER NOT NULL, kept INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS observations (
  company TEXT NOT NULL, connection TEXT NOT NULL, moment TEXT NOT NULL, status TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (company, connection, moment)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS observations_by_connection ON observations (connection, moment);
CREATE TABLE IF NOT EXISTS claims (
  event TEXT PRIMARY KEY, subject TEXT NOT NULL, nonce TEXT NOT NULL, ends_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS handled (event TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS handled_by_time ON handled (until);
CREATE TABLE IF NOT EXISTS shared_invitations (
  number INTEGER PRIMARY KEY AUTOINCREMENT, company TEXT NOT NULL, invitation TEXT NOT NULL, stage TEXT NOT NULL,
  body TEXT NOT NULL, UNIQUE (company, invitation));
CREATE INDEX IF NOT EXISTS shared_invitations_by_company ON shared_invitations (company, number);
CREATE TABLE IF NOT EXISTS counts (
  company TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  PRIMARY KEY (company, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS counts_by_time ON counts (ends_at);
`

export function prepareTables(db: DatabaseSync, startedAt: number): void {
  // FULL: what was answered with 2xx does not come again, so that it has to survive even a power cut.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;')
  db.exec(TABLES)
  db.prepare('INSERT OR IGNORE INTO meta VALUES (1, 1, ?, ?, 0, 0)').run(createEpoch(), startedAt)
  db.exec('COMMIT')
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
