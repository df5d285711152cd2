import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { parseJson } from '../../lib/values.ts'
import {
  type Count,
  type CountWindow,
  INVITATIONS_PER_COMPANY,
  type InvitationsPart,
  type StoreLimits,
} from '../connect-store.ts'
import type { InvitationEntry } from '../invitation-entry.ts'
import type { Listeners } from '../listeners.ts'

/** Invitations of all companies. */
export function createSqliteInvitations(
  db: DatabaseSync,
  listeners: Listeners,
  limits: StoreLimits,
): InvitationsPart & { erase(companyId: string): void } {
  const kept = limits.invitationsPerCompany ?? INVITATIONS_PER_COMPANY
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
    async addInvitation(entry) {
      add(entry.companyId, entry.invitationId, entry.stage, JSON.stringify(entry))
      trim(entry.companyId, kept)
      listeners.notify(entry.companyId, 'invitations')
    },
    findInvitation: async (companyId, invitationId) => find(companyId, invitationId)[0] ?? null,
    listInvitations: async (companyId) => list(companyId),
    async updateInvitation(companyId, invitationId, patch, ifStage) {
      const isChanged = inTransaction(db, () => {
        const [known] = find(companyId, invitationId)
        if (!known || (ifStage !== undefined && known.stage !== ifStage)) return false
        const next = { ...known, ...patch }
        return write(next.stage, JSON.stringify(next), companyId, invitationId) > 0
      })
      if (isChanged) listeners.notify(companyId, 'invitations')
      return isChanged
    },
    erase,
  }
}

/** Counts of all companies. */
export function createSqliteCounts(db: DatabaseSync, now: () => number) {
  const forget = db.prepare('DELETE FROM counts WHERE ends_at <= ?')
  const find = db.prepare('SELECT count, ends_at FROM counts WHERE company = ? AND name = ?')
  const add = db.prepare('INSERT INTO counts VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1')
  const erase = db.prepare('DELETE FROM counts WHERE company = ?')
  return {
    count: (companyId: string, name: string, { limit, windowMs }: CountWindow): Count =>
      inTransaction(db, () => {
        const time = now()
        forget.run(time)
        const known = find.get(companyId, name)
        if (Number(known?.count ?? 0) >= limit) {
          return { state: 'full', retryAfterMs: Number(known?.ends_at ?? time + windowMs) - time }
        }
        add.run(companyId, name, time + windowMs)
        return { state: 'counted' }
      }),
    erase: (companyId: string) => erase.run(companyId),
  }
}

/**
 * Does work in one transaction. One that only reads may begin late; one that writes must not, since SQLite does not
 * wait for an upgrade.
 */
export function inTransaction<T>(
  db: { exec(text: string): void },
  work: () => T,
  begin: 'BEGIN IMMEDIATE' | 'BEGIN' = 'BEGIN IMMEDIATE',
): T {
  db.exec(begin)
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
