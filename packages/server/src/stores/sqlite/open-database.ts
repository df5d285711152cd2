import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'
import { createEpoch } from '../change-log.ts'

/** How long a process waits for another one's transaction, in milliseconds. Each takes about one. */
const BUSY_MS = 5_000

/** Opens the file, and makes it and its folder where they are missing. @throws NectarConnectError `not_configured` */
export function openDatabase(options: { path: string; now?: () => number }): DatabaseSync {
  const file: unknown = Object(options).path
  if (typeof file !== 'string' || file.trim() === '') {
    throw notConfigured(
      '"path" of createSqliteStore() is missing. Pass createSqliteStore({ path: \'data/nectar-connect.db\' }).',
    )
  }
  // Not imported: where there is none, that would already throw while a module is loaded.
  const sqlite = process.getBuiltinModule?.('node:sqlite')
  if (!sqlite) {
    throw notConfigured(
      `createSqliteStore() cannot open ${JSON.stringify(file)} with Node ${process.versions.node}: it has no node:sqlite. Use Node 22.13 or newer, or another store.`,
    )
  }
  let db: DatabaseSync | undefined
  try {
    // A name that begins so is no path: it stands for memory, or is a URI.
    if (!/^(:|file:)/.test(file)) mkdirSync(path.dirname(file), { recursive: true })
    db = new sqlite.DatabaseSync(file, { timeout: BUSY_MS })
    prepareTables(db, (options.now ?? Date.now)())
    return db
  } catch (cause) {
    db?.close()
    throw notConfigured(
      `createSqliteStore() cannot open ${JSON.stringify(path.resolve(file))} (${describe(cause)}). Let this process write to that file and its folder, or pass another "path"; it needs Node 22.13 or newer, and this is ${process.versions.node}.`,
      cause,
    )
  }
}

/** As SQLite and the file system say it, in one sentence. */
function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : typeof cause
}

function notConfigured(message: string, cause?: unknown) {
  return new NectarConnectError('not_configured', cause === undefined ? { message } : { message, cause })
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
  number INTEGER PRIMARY KEY AUTOINCREMENT, company TEXT NOT NULL, invitation TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE (company, invitation));
CREATE INDEX IF NOT EXISTS shared_invitations_by_company ON shared_invitations (company, number);
CREATE TABLE IF NOT EXISTS counts (
  company TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  PRIMARY KEY (company, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS counts_by_time ON counts (ends_at);
`

function prepareTables(db: DatabaseSync, startedAt: number): void {
  // FULL: what was answered with 2xx does not come again, so that it has to survive even a power cut.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;')
  db.exec(TABLES)
  db.prepare('INSERT OR IGNORE INTO meta VALUES (1, 1, ?, ?, 0, 0)').run(createEpoch(), startedAt)
  db.exec('COMMIT')
}
