import { buildHistory } from '../build-history.ts'
import type { Commit, ConnectionChange, StatusReading } from '../changes.ts'
import {
  CHANGES_PER_COMPANY,
  type ChangesPart,
  CLAIM_MS,
  HANDLED_KEPT_MS,
  OBSERVATIONS_PER_CONNECTION,
  type StoreLimits,
} from '../connect-store.ts'
import { positionAfter, writeCursor } from '../cursor.ts'
import { diffStatus } from '../diff-status.ts'
import type { Listeners } from '../listeners.ts'
import { inTransaction } from './in-transaction.ts'
import type { SqliteStatements } from './sqlite-statements.ts'

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
