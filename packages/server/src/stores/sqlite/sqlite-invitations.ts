import type { DatabaseSync } from 'node:sqlite'
import { parseJson } from '../../lib/values.ts'
import type { InvitationEntry } from '../connect-store.ts'
import {
  type Count,
  type CountWindow,
  type InvitationsPart,
  limitsOf,
  type StoreLimits,
} from '../connect-store.ts'
import type { Listeners } from '../listeners.ts'
import { inTransaction, statementsOf } from './sqlite-statements.ts'

export function createSqliteInvitations(
  db: DatabaseSync,
  listeners: Listeners,
  options: StoreLimits,
): InvitationsPart & { erase(companyId: string): void } {
  const { bodies, run } = statementsOf(db)
  // What can no longer be read counts as gone.
  const readEntry = (body: string) => parseJson(body) as InvitationEntry | undefined
  const list = bodies('SELECT body FROM shared_invitations WHERE company = ? ORDER BY number DESC', readEntry)
  const find = bodies('SELECT body FROM shared_invitations WHERE company = ? AND invitation = ?', readEntry)
  const add = run(
    'INSERT INTO shared_invitations (company, invitation, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  )
  const trim = run(
    'DELETE FROM shared_invitations WHERE company = ?1 AND number <= (SELECT number FROM shared_invitations WHERE company = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)',
  )
  const write = run('UPDATE shared_invitations SET body = ? WHERE company = ? AND invitation = ?')

  return {
    async addInvitation(entry) {
      add(entry.companyId, entry.invitationId, JSON.stringify(entry))
      trim(entry.companyId, limitsOf(options).invitationsPerCompany)
      listeners.notify(entry.companyId, 'invitations')
    },
    findInvitation: async (companyId, invitationId) => find(companyId, invitationId)[0] ?? null,
    listInvitations: async (companyId) => list(companyId),
    async updateInvitation(companyId, invitationId, patch, ifStage) {
      const isChanged = inTransaction(db, () => {
        const [known] = find(companyId, invitationId)
        if (!known || (ifStage !== undefined && known.stage !== ifStage)) return false
        return write(JSON.stringify({ ...known, ...patch }), companyId, invitationId) > 0
      })
      if (isChanged) listeners.notify(companyId, 'invitations')
      return isChanged
    },
    erase: run('DELETE FROM shared_invitations WHERE company = ?'),
  }
}

export function createSqliteCounts(db: DatabaseSync, now: () => number) {
  const { rows, run } = statementsOf(db)
  const forget = run('DELETE FROM counts WHERE ends_at <= ?')
  const find = rows('SELECT count, ends_at FROM counts WHERE company = ? AND name = ?')
  const add = run('INSERT INTO counts VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1')
  return {
    countWithin: async (companyId: string, name: string, { limit, windowMs }: CountWindow): Promise<Count> =>
      inTransaction(db, () => {
        const time = now()
        forget(time)
        const [known] = find(companyId, name)
        if (Number(known?.count ?? 0) >= limit) {
          return { state: 'full', retryAfterMs: Number(known?.ends_at ?? time + windowMs) - time }
        }
        add(companyId, name, time + windowMs)
        return { state: 'counted' }
      }),
    erase: run('DELETE FROM counts WHERE company = ?'),
  }
}
