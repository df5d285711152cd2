import { DatabaseSync } from 'node:sqlite'
import { buildHistory } from '../build-history.ts'
import {
  CHANGES_PER_COMPANY,
  type ChangeLog,
  type ChangeLogLimits,
  CLAIM_MS,
  type Commit,
  type ConnectionChange,
  HANDLED_KEPT_MS,
  OBSERVATIONS_PER_CONNECTION,
  type Observation,
} from '../change-log.ts'
import { positionAfter, writeCursor } from '../cursor.ts'
import { diffStatus } from '../diff-status.ts'
import { createListeners } from '../listeners.ts'
import { inTransaction } from './in-transaction.ts'
import { prepareSqlite } from './sqlite-statements.ts'
import { watchOtherWriters } from './watch-other-writers.ts'

/** Options of `createSqliteChangeLog`. */
export interface SqliteChangeLogOptions extends ChangeLogLimits {
  /** The file; it is made when it is missing. Not on a network drive: locks do not hold there. */
  path: string
  /** How often other processes' changes are looked for while somebody listens, in milliseconds. Default 500. */
  pollMs?: number
}

/** How long a process waits for another one's transaction, in milliseconds. Each takes about one. */
const BUSY_MS = 5_000

/**
 * The change log in one SQLite file, for hosts whose processes share a disk. Needs Node 22.13 or newer.
 *
 * Every step is one `BEGIN IMMEDIATE` transaction, on disk before it counts, so that a process may die at any moment.
 * What this process appends, its readers hear of at once; what others append, within `pollMs`.
 *
 * @throws Error of `node:sqlite` when the file cannot be opened.
 * @example
 * import { createSqliteChangeLog } from '@nectar-connect/server/sqlite'
 *
 * const changeLog = createSqliteChangeLog({ path: 'data/nectar-connect.db' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, changeLog })
 */
export function createSqliteChangeLog(options: SqliteChangeLogOptions): ChangeLog {
  const now = options.now ?? Date.now
  const maxChanges = options.changesPerCompany ?? CHANGES_PER_COMPANY
  const maxObservations = options.observationsPerConnection ?? OBSERVATIONS_PER_CONNECTION
  const db = new DatabaseSync(options.path, { timeout: BUSY_MS })
  const sql = prepareSqlite(db, now())
  const watch = watchOtherWriters(db, options.pollMs ?? 500, () => listeners.notifyListeners())
  const listeners = createListeners((count) => watch.turn(count > 0))

  const append = (observation: Observation, from: string | null): ConnectionChange => {
    const { eventId, companyId, connectionId, status, at, source } = observation
    const position = sql.nextPosition()
    const cursor = writeCursor(sql.epoch(), position)
    const change = { cursor, eventId, companyId, connectionId, from, to: status, at, source }
    sql.addChange(position, companyId, JSON.stringify(change))
    const trimmed = sql.newestBeyond(companyId, maxChanges)
    if (trimmed !== null) sql.trimChanges(companyId, trimmed)
    return change
  }

  const write = (observation: Observation): ConnectionChange | null => {
    const { companyId, connectionId, order } = observation
    const next = diffStatus(sql.newest(companyId, connectionId), observation)
    const change = next && append(observation, next.from)
    const kept = { ...observation, cursor: change?.cursor ?? null }
    sql.addObservation(companyId, connectionId, order, observation.status, JSON.stringify(kept))
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
      if (commit.state === 'committed' && commit.change) listeners.tell(commit.change.companyId)
      return commit
    },
    async release({ eventId, nonce }) {
      sql.endClaim(eventId, nonce, now())
    },
    find: async (connectionId) => sql.find(connectionId),
    latest: async (companyId) => ({ startedAt: sql.startedAt(), connections: sql.latest(companyId) }),
    async read(companyId, cursor, limit) {
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
    history: async (companyId, connectionId, limit) =>
      buildHistory(sql.observations(companyId, connectionId), limit),
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      inTransaction(sql, () => sql.erase(companyId))
      listeners.tell(companyId)
    },
    async close() {
      watch.turn(false)
      if (db.isOpen) db.close()
    },
  }
}
