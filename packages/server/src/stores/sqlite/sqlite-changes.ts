import type { DatabaseSync } from 'node:sqlite'
import { buildHistory, diffStatus, type KeptObservation, readFrom, toChange } from '../change-log.ts'
import {
  type ChangesPart,
  CLAIM_MS,
  type Commit,
  type ConnectionChange,
  HANDLED_KEPT_MS,
  type LatestStatus,
  limitsOf,
  type StatusReading,
  type StoreLimits,
} from '../connect-store.ts'
import type { Listeners } from '../listeners.ts'
import { inTransaction, statementsOf } from './sqlite-statements.ts'

export function createSqliteChanges(
  db: DatabaseSync,
  listeners: Listeners,
  now: () => number,
  options: StoreLimits,
): ChangesPart & { erase(companyId: string): void } {
  const { changesPerCompany, observationsPerConnection } = limitsOf(options)
  const sql = prepare(db)

  function write(observation: StatusReading): ConnectionChange | null {
    const { companyId, connectionId, sortKey, status } = observation
    // A company that was erased before begins where it was erased.
    sql.startAtForgotten(companyId)
    const next = diffStatus(latestOf(sql.newest(companyId, connectionId)[0]), observation)
    const change = next && append(observation, next.from)
    const body = JSON.stringify({ ...observation, cursor: change?.cursor ?? null })
    sql.addObservation(companyId, connectionId, sortKey, status, body)
    sql.trimObservations(companyId, connectionId, observationsPerConnection)
    return change
  }

  function append(observation: StatusReading, from: string | null): ConnectionChange {
    const { companyId } = observation
    const position = Number(sql.nextPosition())
    const change = toChange(observation, from, { epoch: String(sql.epoch()), position })
    sql.addChange(position, companyId, JSON.stringify(change))
    const excess = Number(sql.countOneMore(companyId)) - changesPerCompany
    if (excess > 0) {
      const floor = sql.oldest(companyId, excess - 1)
      sql.deleteChanges(companyId, floor)
      sql.setFloor(companyId, floor, changesPerCompany)
    }
    return change
  }

  return {
    async claim(eventId, subject) {
      return inTransaction(db, () => {
        const time = now()
        sql.forgetHandled(time)
        sql.forgetClaims(time)
        if (sql.isHandled(eventId) !== null) return { state: 'done' }
        if (sql.isClaimed(eventId, subject) !== null) return { state: 'busy' }
        const nonce = crypto.randomUUID()
        sql.addClaim(eventId, subject, nonce, time + CLAIM_MS)
        return { state: 'claimed', token: { eventId, subject, nonce } }
      })
    },
    async commit({ eventId, nonce }, observation) {
      const commit = inTransaction<Commit>(db, () => {
        if (sql.endClaim(eventId, nonce, now()) === 0) return { state: 'lost' }
        sql.addHandled(eventId, now() + HANDLED_KEPT_MS)
        return { state: 'committed', change: observation && write(observation) }
      })
      if (commit.state === 'committed' && commit.change) listeners.notify(commit.change.companyId, 'changes')
      return commit
    },
    async release({ eventId, nonce }) {
      sql.endClaim(eventId, nonce, now())
    },
    async findConnection(connectionId) {
      const [row] = sql.find(connectionId)
      const latest = latestOf(row)
      return latest && { companyId: String(row?.company), ...latest }
    },
    async latestStatuses(companyId) {
      const connections = new Map<string, LatestStatus>()
      for (const row of sql.latest(companyId)) {
        const latest = latestOf(row)
        if (latest) connections.set(String(row.connection), latest)
      }
      return { startedAt: Number(sql.startedAt()), connections }
    },
    async readChanges(companyId, cursor, limit) {
      const read = () => {
        const floor = Number(sql.floor(companyId))
        const extent = { epoch: String(sql.epoch()), position: Number(sql.position()), floor }
        return readFrom(cursor, extent, (position) => sql.changesAfter(companyId, position, limit))
      }
      return inTransaction(db, read, 'BEGIN')
    },
    readHistory: async (companyId, connectionId, limit) =>
      buildHistory(sql.observations(companyId, connectionId), limit),
    erase(companyId) {
      sql.eraseObservations(companyId)
      sql.eraseChanges(companyId)
      sql.eraseFloor(companyId)
      sql.forgetAll()
    },
  }
}

function latestOf(row: Record<string, unknown> | undefined): LatestStatus | null {
  return row ? { status: String(row.status), sortKey: String(row.moment) } : null
}

/** Everything that claims and changes ask of a database. */
function prepare(db: DatabaseSync) {
  const { bodies, rows, run, value } = statementsOf(db)
  return {
    epoch: value('SELECT epoch FROM meta'),
    startedAt: value('SELECT started_at FROM meta'),
    position: value('SELECT position FROM meta'),
    nextPosition: value('UPDATE meta SET position = position + 1 RETURNING position'),
    addChange: run('INSERT INTO changes (position, company, body) VALUES (?, ?, ?)'),
    /** How many changes of the company are kept: counting rows would read all of them, at each change. */
    countOneMore: value('UPDATE floors SET kept = kept + 1 WHERE company = ? RETURNING kept'),
    /** Position of the oldest change but so many. */
    oldest: value('SELECT position FROM changes WHERE company = ? ORDER BY position LIMIT 1 OFFSET ?'),
    deleteChanges: run('DELETE FROM changes WHERE company = ? AND position <= ?'),
    setFloor: run('UPDATE floors SET floor = ?2, kept = ?3 WHERE company = ?1'),
    floor: value(
      'SELECT max(coalesce((SELECT floor FROM floors WHERE company = ?1), 0), CASE WHEN EXISTS (SELECT 1 FROM observations WHERE company = ?1) THEN 0 ELSE forgotten END) FROM meta',
    ),
    changesAfter: bodies<ConnectionChange>(
      'SELECT body FROM changes WHERE company = ? AND position > ? ORDER BY position LIMIT ?',
    ),
    startAtForgotten: run('INSERT OR IGNORE INTO floors SELECT ?, forgotten, 0 FROM meta'),
    newest: rows(
      'SELECT moment, status FROM observations WHERE company = ? AND connection = ? ORDER BY moment DESC LIMIT 1',
    ),
    find: rows(
      'SELECT company, moment, status FROM observations WHERE connection = ? ORDER BY moment DESC LIMIT 1',
    ),
    latest: rows(
      'SELECT connection, max(moment) AS moment, status FROM observations WHERE company = ? GROUP BY connection',
    ),
    observations: bodies<KeptObservation>(
      'SELECT body FROM observations WHERE company = ? AND connection = ? ORDER BY moment',
    ),
    addObservation: run('INSERT OR IGNORE INTO observations VALUES (?, ?, ?, ?, ?)'),
    trimObservations: run(
      'DELETE FROM observations WHERE company = ?1 AND connection = ?2 AND moment <= (SELECT moment FROM observations INDEXED BY observations_by_connection WHERE company = ?1 AND connection = ?2 ORDER BY moment DESC LIMIT 1 OFFSET ?3)',
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
}
