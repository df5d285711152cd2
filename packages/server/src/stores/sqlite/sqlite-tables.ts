import type { DatabaseSync } from 'node:sqlite'
import { createEpoch } from '../cursor.ts'

const TABLES = `
CREATE TABLE IF NOT EXISTS meta (
  one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL, epoch TEXT NOT NULL,
  started_at INTEGER NOT NULL, position INTEGER NOT NULL, forgotten INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS changes (
  company TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (company, position)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS floors (company TEXT PRIMARY KEY, floor INTEGER NOT NULL) WITHOUT ROWID;
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

/** Makes the tables where they are missing. */
export function prepareTables(db: DatabaseSync, startedAt: number): void {
  // FULL: what was answered with 2xx does not come again, so that it has to survive even a power cut.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;')
  db.exec(TABLES)
  db.prepare('INSERT OR IGNORE INTO meta VALUES (1, 1, ?, ?, 0, 0)').run(createEpoch(), startedAt)
  db.exec('COMMIT')
}
