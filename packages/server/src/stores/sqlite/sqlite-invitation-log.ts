import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { parseJson } from '../../lib/parse-json.ts'
import {
  INVITATIONS_PER_COMPANY,
  type InvitationEntry,
  type InvitationLog,
  type InvitationLogLimits,
} from '../invitation-log.ts'
import { createListeners } from '../listeners.ts'
import { inTransaction } from './in-transaction.ts'
import { watchOtherWriters } from './watch-other-writers.ts'

/** Options of `createSqliteInvitationLog`. */
export interface SqliteInvitationLogOptions extends InvitationLogLimits {
  /** The file; made when it is missing. It may be that of the change log. */
  path: string
  /** How often other processes' changes are looked for while somebody listens, in milliseconds. Default 500. */
  pollMs?: number
}

/** How long a process waits for another one's transaction, in milliseconds. */
const BUSY_MS = 5_000

const TABLE = `
CREATE TABLE IF NOT EXISTS shared_invitations (
  number INTEGER PRIMARY KEY AUTOINCREMENT, company TEXT NOT NULL, invitation TEXT NOT NULL, stage TEXT NOT NULL,
  body TEXT NOT NULL, UNIQUE (company, invitation));
CREATE INDEX IF NOT EXISTS shared_invitations_by_company ON shared_invitations (company, number);
`

/**
 * The invitation log in one SQLite file, for hosts whose processes share a disk. Needs Node 22.13 or newer.
 *
 * @throws Error of `node:sqlite` when the file cannot be opened.
 * @example
 * import { createSqliteInvitationLog } from '@nectar-connect/server/sqlite'
 *
 * const invitationLog = createSqliteInvitationLog({ path: 'data/nectar-connect.db' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, invitationLog })
 */
export function createSqliteInvitationLog(options: SqliteInvitationLogOptions): InvitationLog {
  const kept = options.invitationsPerCompany ?? INVITATIONS_PER_COMPANY
  const db = new DatabaseSync(options.path, { timeout: BUSY_MS })
  // FULL: who was invited has to survive even a power cut.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; ${TABLE} COMMIT;`)
  const watch = watchOtherWriters(db, options.pollMs ?? 500, () => listeners.notifyListeners())
  const listeners = createListeners((count) => watch.turn(count > 0))

  const bodies = (text: string) => {
    const statement = db.prepare(text)
    return (...values: SQLInputValue[]) =>
      statement
        .all(...values)
        .flatMap(({ body }) => (parseJson(String(body)) as InvitationEntry | undefined) ?? [])
  }
  const run = (text: string) => {
    const statement = db.prepare(text)
    return (...values: SQLInputValue[]) => Number(statement.run(...values).changes)
  }
  const list = bodies('SELECT body FROM shared_invitations WHERE company = ? ORDER BY number DESC')
  const find = bodies('SELECT body FROM shared_invitations WHERE company = ? AND invitation = ?')
  const add = run(
    'INSERT INTO shared_invitations (company, invitation, stage, body) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET stage = excluded.stage, body = excluded.body',
  )
  const trim = run(
    'DELETE FROM shared_invitations WHERE company = ?1 AND number <= (SELECT number FROM shared_invitations WHERE company = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)',
  )
  const write = run('UPDATE shared_invitations SET stage = ?, body = ? WHERE company = ? AND invitation = ?')
  const erase = run('DELETE FROM shared_invitations WHERE company = ?')

  return {
    async add(entry) {
      add(entry.companyId, entry.invitationId, entry.stage, JSON.stringify(entry))
      trim(entry.companyId, kept)
      listeners.tell(entry.companyId)
    },
    find: async (companyId, invitationId) => find(companyId, invitationId)[0] ?? null,
    list: async (companyId) => list(companyId),
    async update(companyId, invitationId, patch, ifStage) {
      const isChanged = inTransaction(db, () => {
        const [known] = find(companyId, invitationId)
        if (!known || (ifStage !== undefined && known.stage !== ifStage)) return false
        const next = { ...known, ...patch }
        return write(next.stage, JSON.stringify(next), companyId, invitationId) > 0
      })
      if (isChanged) listeners.tell(companyId)
      return isChanged
    },
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      erase(companyId)
      listeners.tell(companyId)
    },
    async close() {
      watch.turn(false)
      if (db.isOpen) db.close()
    },
  }
}
