import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { buildHistory, diffStatus, type KeptObservation, positionAfter, writeCursor } from '../change-log.ts'
import {
  CHANGES_PER_COMPANY,
  type ChangesPart,
  CLAIM_MS,
  type Commit,
  type ConnectionChange,
  HANDLED_KEPT_MS,
  type LatestStatus,
  OBSERVATIONS_PER_CONNECTION,
  type StatusReading,
  type StoreLimits,
} from '../connect-store.ts'
import type { Listeners } from '../listeners.ts'
import { inTransaction } from './sqlite-invitations.ts'

/** Claims and changes of all companies. */
export function createSqliteChanges(
  sql: SqliteStatements,
  listeners: Listeners,
  now: () => number,
  limits: StoreLimits,
): ChangesPart {
  const maxChanges = limits.changesPerCompany ?? CHANGES_PER_COMPANY
  const maxObservations = limits.observationsPerConnection ?? OBSERVATIONS_PER_CONNECTION

  const append = (observation: StatusReading, from: string | null): ConnectionChange => {
    const { eventId, companyId, connectionId, status, at, source } = observation
    const position = sql.nextPosition()
    const cursor = writeCursor(sql.epoch(), position)
    const change = { cursor, eventId, companyId, connectionId, from, to: status, at, source }
    sql.addChange(position, companyId, JSON.stringify(change))
    const trimmed = sql.newestBeyond(companyId, maxChanges)
    if (trimmed !== null) sql.trimChanges(companyId, trimmed)
    return change
  }

  const write = (observation: StatusReading): ConnectionChange | null => {
    const { companyId, connectionId, sortKey } = observation
    const next = diffStatus(sql.newest(companyId, connectionId), observation)
    const change = next && append(observation, next.from)
    const kept = { ...observation, cursor: change?.cursor ?? null }
    sql.addObservation(companyId, connectionId, sortKey, observation.status, JSON.stringify(kept))
    sql.trimObservations(companyId, connectionId, maxObservations)
    return change
  }

  return {
    async claim(eventId, subject) {
      return inTransaction(sql, () => {
        const time = now()
        sql.forgetOld(time)
        if (sql.isHandled(eventId)) return { state: 'done' }
        if (sql.isClaimed(eventId, subject)) return { state: 'busy' }
        const nonce = crypto.randomUUID()
        sql.addClaim(eventId, subject, nonce, time + CLAIM_MS)
        return { state: 'claimed', token: { eventId, subject, nonce } }
      })
    },
    async commit({ eventId, nonce }, observation) {
      const commit = inTransaction<Commit>(sql, () => {
        if (!sql.endClaim(eventId, nonce, now())) return { state: 'lost' }
        sql.addHandled(eventId, now() + HANDLED_KEPT_MS)
        return { state: 'committed', change: observation && write(observation) }
      })
      if (commit.state === 'committed' && commit.change) listeners.notify(commit.change.companyId, 'changes')
      return commit
    },
    async release({ eventId, nonce }) {
      sql.endClaim(eventId, nonce, now())
    },
    findConnection: async (connectionId) => sql.find(connectionId),
    latestStatuses: async (companyId) => ({ startedAt: sql.startedAt(), connections: sql.latest(companyId) }),
    async readChanges(companyId, cursor, limit) {
      return inTransaction(
        sql,
        () => {
          const [epoch, position] = [sql.epoch(), sql.position()]
          const here = writeCursor(epoch, position)
          if (cursor === null) return { state: 'changes', changes: [], cursor: here }
          const after = positionAfter(cursor, { epoch, position, floor: sql.floor(companyId) })
          if (after === null) return { state: 'reset', cursor: here }
          const changes = sql.changesAfter(companyId, after, limit)
          return { state: 'changes', changes, cursor: changes.at(-1)?.cursor ?? cursor }
        },
        'BEGIN',
      )
    },
    readHistory: async (companyId, connectionId, limit) =>
      buildHistory(sql.observations(companyId, connectionId), limit),
  }
}

export type SqliteStatements = ReturnType<typeof prepareStatements>

/** Names everything that claims and changes ask of a database. */
export function prepareStatements(db: DatabaseSync) {
  const rows = (text: string) => {
    const statement = db.prepare(text)
    return (...values: SQLInputValue[]) => statement.all(...values)
  }
  const value = (text: string) => {
    const all = rows(text)
    return (...values: SQLInputValue[]) => Object.values(all(...values)[0] ?? {})[0] ?? null
  }
  const run = (text: string) => {
    const statement = db.prepare(text)
    return (...values: SQLInputValue[]) => Number(statement.run(...values).changes)
  }
  const q = {
    epoch: value('SELECT epoch FROM meta'),
    startedAt: value('SELECT started_at FROM meta'),
    position: value('SELECT position FROM meta'),
    nextPosition: value('UPDATE meta SET position = position + 1 RETURNING position'),
    addChange: run('INSERT INTO changes (position, company, body) VALUES (?, ?, ?)'),
    newestBeyond: value(
      'SELECT position FROM changes WHERE company = ? ORDER BY position DESC LIMIT 1 OFFSET ?',
    ),
    deleteChanges: run('DELETE FROM changes WHERE company = ? AND position <= ?'),
    setFloor: run('INSERT OR REPLACE INTO floors VALUES (?, ?)'),
    floor: value(
      'SELECT max(coalesce((SELECT floor FROM floors WHERE company = ?1), 0), CASE WHEN EXISTS (SELECT 1 FROM observations WHERE company = ?1) THEN 0 ELSE forgotten END) FROM meta',
    ),
    changesAfter: rows(
      'SELECT body FROM changes WHERE company = ? AND position > ? ORDER BY position LIMIT ?',
    ),
    isKnown: value('SELECT 1 FROM observations WHERE company = ? LIMIT 1'),
    startAtForgotten: run('INSERT OR IGNORE INTO floors SELECT ?, forgotten FROM meta'),
    newest: rows(
      'SELECT moment, status FROM observations WHERE company = ? AND connection = ? ORDER BY moment DESC LIMIT 1',
    ),
    find: rows(
      'SELECT company, moment, status FROM observations WHERE connection = ? ORDER BY moment DESC LIMIT 1',
    ),
    latest: rows(
      'SELECT connection, max(moment) AS moment, status FROM observations WHERE company = ? GROUP BY connection',
    ),
    observations: rows('SELECT body FROM observations WHERE company = ? AND connection = ? ORDER BY moment'),
    addObservation: run('INSERT OR IGNORE INTO observations VALUES (?, ?, ?, ?, ?)'),
    trimObservations: run(
      'DELETE FROM observations WHERE company = ?1 AND connection = ?2 AND moment <= (SELECT moment FROM observations WHERE company = ?1 AND connection = ?2 ORDER BY moment DESC LIMIT 1 OFFSET ?3)',
    ),
    isHandled: value('SELECT 1 FROM handled WHERE event = ?'),
    addHandled: run('INSERT OR REPLACE INTO handled VALUES (?, ?)'),
    forgetHandled: run('DELETE FROM handled WHERE until <= ?'),
    forgetClaims: run('DELETE FROM claims WHERE ends_at <= ?'),
    isClaimed: value('SELECT 1 FROM claims WHERE event = ? OR subject = ?'),
    addClaim: run('INSERT INTO claims VALUES (?, ?, ?, ?)'),
    endClaim: run('DELETE FROM claims WHERE event = ? AND nonce = ? AND ends_at > ?'),
    eraseObservations: run('DELETE FROM observations WHERE company = ?'),
    eraseChanges: run('DELETE FROM changes WHERE company = ?'),
    eraseFloor: run('DELETE FROM floors WHERE company = ?'),
    forgetAll: run('UPDATE meta SET position = position + 1, forgotten = position + 1'),
  }
  const toLatest = (row: Record<string, unknown>): LatestStatus => ({
    status: String(row.status),
    sortKey: String(row.moment),
  })
  const bodies = <T>(found: Record<string, unknown>[]) =>
    found.map(({ body }) => JSON.parse(String(body)) as T)

  return {
    exec: (text: string) => db.exec(text),
    epoch: () => String(q.epoch()),
    startedAt: () => Number(q.startedAt()),
    position: () => Number(q.position()),
    nextPosition: () => Number(q.nextPosition()),
    addChange: q.addChange,
    /** Position of the newest change beyond the `keep` newest ones. */
    newestBeyond(companyId: string, keep: number) {
      const position = q.newestBeyond(companyId, keep)
      return position === null ? null : Number(position)
    },
    trimChanges(companyId: string, position: number) {
      q.deleteChanges(companyId, position)
      q.setFloor(companyId, position)
    },
    floor: (companyId: string) => Number(q.floor(companyId)),
    changesAfter: (companyId: string, position: number, limit: number) =>
      bodies<ConnectionChange>(q.changesAfter(companyId, position, limit)),
    newest(companyId: string, connectionId: string): LatestStatus | null {
      const [row] = q.newest(companyId, connectionId)
      return row ? toLatest(row) : null
    },
    find(connectionId: string) {
      const [row] = q.find(connectionId)
      return row ? { companyId: String(row.company), ...toLatest(row) } : null
    },
    latest: (companyId: string) =>
      new Map(q.latest(companyId).map((row) => [String(row.connection), toLatest(row)])),
    observations: (companyId: string, connectionId: string) =>
      bodies<KeptObservation>(q.observations(companyId, connectionId)),
    addObservation(companyId: string, connectionId: string, order: string, status: string, body: string) {
      // A company that was erased before begins where it was erased.
      if (q.isKnown(companyId) === null) q.startAtForgotten(companyId)
      q.addObservation(companyId, connectionId, order, status, body)
    },
    trimObservations: q.trimObservations,
    isHandled: (eventId: string) => q.isHandled(eventId) !== null,
    addHandled: q.addHandled,
    forgetOld(time: number) {
      q.forgetHandled(time)
      q.forgetClaims(time)
    },
    isClaimed: (eventId: string, subject: string) => q.isClaimed(eventId, subject) !== null,
    addClaim: q.addClaim,
    /** @returns whether the claim still held. */
    endClaim: (eventId: string, nonce: string, time: number) => q.endClaim(eventId, nonce, time) > 0,
    erase(companyId: string) {
      q.eraseObservations(companyId)
      q.eraseChanges(companyId)
      q.eraseFloor(companyId)
      q.forgetAll()
    },
  }
}
