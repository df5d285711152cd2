import { buildHistory, type KeptObservation } from '../build-history.ts'
import type { ConnectionChange, LatestStatus } from '../changes.ts'
import {
  CHANGES_PER_COMPANY,
  type ChangesPart,
  CLAIM_MS,
  HANDLED_KEPT_MS,
  OBSERVATIONS_PER_CONNECTION,
  type StoreLimits,
} from '../connect-store.ts'
import { positionAfter, writeCursor } from '../cursor.ts'
import type { RedisKeys } from './redis-keys.ts'
import { CLAIM, COMMIT, LATEST, READ, RELEASE } from './redis-scripts.ts'
import type { RedisSteps } from './redis-steps.ts'

/** Claims and changes of all companies. */
export function createRedisChanges(
  { send, step }: RedisSteps,
  { claim, feed, floors, handled, lock, meta, newest, news, owners, seen }: RedisKeys,
  limits: StoreLimits,
): ChangesPart {
  const maxChanges = String(limits.changesPerCompany ?? CHANGES_PER_COMPANY)
  const maxObservations = String(limits.observationsPerConnection ?? OBSERVATIONS_PER_CONNECTION)

  return {
    async claim(eventId, subject) {
      const nonce = crypto.randomUUID()
      const keys = [meta, handled, claim(eventId), lock(subject)]
      const [state] = await step(CLAIM, keys, [eventId, nonce, String(CLAIM_MS)])
      if (state !== 'claimed') return { state: state === 'done' ? 'done' : 'busy' }
      return { state: 'claimed', token: { eventId, subject, nonce } }
    },
    async commit({ eventId, subject, nonce }, observation) {
      const company = observation?.companyId ?? ''
      const keys = [
        ...[meta, handled, claim(eventId), lock(subject), feed(company), floors],
        ...[seen(company), newest(company), owners],
      ]
      const body = observation === null ? '' : JSON.stringify(observation)
      const args = [eventId, nonce, String(HANDLED_KEPT_MS), body, maxChanges, maxObservations, news]
      const [state, change] = await step(COMMIT, keys, args)
      if (state !== 'committed') return { state: 'lost' }
      return { state, change: change === undefined ? null : (JSON.parse(change) as ConnectionChange) }
    },
    async release({ eventId, subject, nonce }) {
      await step(RELEASE, [meta, claim(eventId), lock(subject)], [nonce])
    },
    async findConnection(connectionId) {
      const companyId = await send(['HGET', owners, connectionId])
      if (typeof companyId !== 'string') return null
      const latest = await send(['HGET', newest(companyId), connectionId])
      return typeof latest === 'string' ? { companyId, ...(JSON.parse(latest) as LatestStatus) } : null
    },
    async latestStatuses(companyId) {
      const [startedAt, ...pairs] = await step(LATEST, [meta, newest(companyId)], [])
      const connections = new Map<string, LatestStatus>()
      for (let at = 0; at + 1 < pairs.length; at += 2) {
        connections.set(String(pairs[at]), JSON.parse(String(pairs[at + 1])) as LatestStatus)
      }
      return { startedAt: Number(startedAt), connections }
    },
    async readChanges(companyId, cursor, limit) {
      const asked = /\.(\d{1,15})$/.exec(cursor ?? '')?.[1] ?? ''
      const keys = [meta, feed(companyId), floors, newest(companyId)]
      const reply = await step(READ, keys, [companyId, asked, String(limit)])
      const [epoch = '', position, floor, ...bodies] = reply
      const here = writeCursor(epoch, Number(position))
      if (cursor === null) return { state: 'changes', changes: [], cursor: here }
      const extent = { epoch, position: Number(position), floor: Number(floor) }
      if (positionAfter(cursor, extent) === null) return { state: 'reset', cursor: here }
      const changes = bodies.map((body) => JSON.parse(body) as ConnectionChange)
      return { state: 'changes', changes, cursor: changes.at(-1)?.cursor ?? cursor }
    },
    async readHistory(companyId, connectionId, limit) {
      const range = [`[${connectionId} `, `(${connectionId}!`]
      const members = await send(['ZRANGEBYLEX', seen(companyId), ...range])
      const bodies = (members as string[]).map((member) => member.slice(member.indexOf('{')))
      return buildHistory(
        bodies.map((body) => JSON.parse(body) as KeptObservation),
        limit,
      )
    },
  }
}
