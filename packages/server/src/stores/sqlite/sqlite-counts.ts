import type { DatabaseSync } from 'node:sqlite'
import type { Count, CountWindow } from '../connect-store.ts'
import { inTransaction } from './in-transaction.ts'

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
