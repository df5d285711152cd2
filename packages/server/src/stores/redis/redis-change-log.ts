import { buildHistory, type KeptObservation } from '../build-history.ts'
import {
  CHANGES_PER_COMPANY,
  type ChangeLog,
  type ChangeLogLimits,
  CLAIM_MS,
  type ConnectionChange,
  HANDLED_KEPT_MS,
  type LatestStatus,
  OBSERVATIONS_PER_CONNECTION,
} from '../change-log.ts'
import { createEpoch, positionAfter, writeCursor } from '../cursor.ts'
import { createListeners } from '../listeners.ts'
import { connectRedisLog, type RedisLogOptions, redisPrefix } from './redis-log-options.ts'
import { CLAIM, COMMIT, ERASE, LATEST, READ, RELEASE } from './redis-scripts.ts'

/** Options of `createRedisChangeLog`: an address, or a client of your own. */
export type RedisChangeLogOptions = RedisLogOptions & ChangeLogLimits

/**
 * The change log in Redis 6.2 or newer, for hosts of several machines. One address: not for a Redis Cluster client.
 *
 * Every step is one Lua script, which Redis runs alone and wholly. How much survives a crash of Redis itself is up to
 * its persistence: with `appendfsync always` all of it, with less the events of the last moments are handled again or
 * found by `reconcile`. Redis must not evict these keys (`maxmemory-policy noeviction`).
 *
 * @example
 * import { createRedisChangeLog } from '@nectar-connect/server/redis'
 *
 * const changeLog = createRedisChangeLog({ url: 'redis://localhost:6379' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, changeLog })
 */
export function createRedisChangeLog(options: RedisChangeLogOptions): ChangeLog {
  const prefix = redisPrefix(options)
  const key = (...parts: string[]) => [prefix, ...parts].join(':')
  const [meta, handled, floors, owners] = [key('meta'), key('handled'), key('floors'), key('owners')]
  const maxChanges = String(options.changesPerCompany ?? CHANGES_PER_COMPANY)
  const maxObservations = String(options.observationsPerConnection ?? OBSERVATIONS_PER_CONNECTION)
  const channel = key('news')

  const listeners = createListeners((count) => {
    if (count > 0) connection.listen(channel, listeners.tell, listeners.notifyListeners)
  })
  const connection = connectRedisLog(options)
  /** Runs a script; in its place the time and a new epoch are filled in. */
  const step = async (script: string, keys: string[], args: string[]): Promise<string[]> => {
    const time = options.now === undefined ? '' : String(options.now())
    return connection.run(script, keys, [createEpoch(), time, ...args])
  }

  return {
    async claim(eventId, subject) {
      const nonce = crypto.randomUUID()
      const keys = [meta, handled, key('claim', eventId), key('lock', subject)]
      const [state] = await step(CLAIM, keys, [eventId, nonce, String(CLAIM_MS)])
      if (state !== 'claimed') return { state: state === 'done' ? 'done' : 'busy' }
      return { state: 'claimed', token: { eventId, subject, nonce } }
    },
    async commit({ eventId, subject, nonce }, observation) {
      const company = observation?.companyId ?? ''
      const keys = [
        ...[meta, handled, key('claim', eventId), key('lock', subject), key('feed', company), floors],
        ...[key('seen', company), key('newest', company), owners],
      ]
      const body = observation === null ? '' : JSON.stringify(observation)
      const args = [eventId, nonce, String(HANDLED_KEPT_MS), body, maxChanges, maxObservations, channel]
      const [state, change] = await step(COMMIT, keys, args)
      if (state !== 'committed') return { state: 'lost' }
      return { state, change: change === undefined ? null : (JSON.parse(change) as ConnectionChange) }
    },
    async release({ eventId, subject, nonce }) {
      await step(RELEASE, [meta, key('claim', eventId), key('lock', subject)], [nonce])
    },
    async find(connectionId) {
      const companyId = await connection.send(['HGET', owners, connectionId])
      if (typeof companyId !== 'string') return null
      const newest = await connection.send(['HGET', key('newest', companyId), connectionId])
      return typeof newest === 'string' ? { companyId, ...(JSON.parse(newest) as LatestStatus) } : null
    },
    async latest(companyId) {
      const [startedAt, ...pairs] = await step(LATEST, [meta, key('newest', companyId)], [])
      const connections = new Map<string, LatestStatus>()
      for (let at = 0; at + 1 < pairs.length; at += 2) {
        connections.set(String(pairs[at]), JSON.parse(String(pairs[at + 1])) as LatestStatus)
      }
      return { startedAt: Number(startedAt), connections }
    },
    async read(companyId, cursor, limit) {
      const asked = /\.(\d{1,15})$/.exec(cursor ?? '')?.[1] ?? ''
      const keys = [meta, key('feed', companyId), floors, key('newest', companyId)]
      const reply = await step(READ, keys, [companyId, asked, String(limit)])
      const [epoch = '', position, floor, ...bodies] = reply
      const here = writeCursor(epoch, Number(position))
      if (cursor === null) return { state: 'changes', changes: [], cursor: here }
      const extent = { epoch, position: Number(position), floor: Number(floor) }
      if (positionAfter(cursor, extent) === null) return { state: 'reset', cursor: here }
      const changes = bodies.map((body) => JSON.parse(body) as ConnectionChange)
      return { state: 'changes', changes, cursor: changes.at(-1)?.cursor ?? cursor }
    },
    async history(companyId, connectionId, limit) {
      const range = [`[${connectionId} `, `(${connectionId}!`]
      const members = await connection.send(['ZRANGEBYLEX', key('seen', companyId), ...range])
      const bodies = (members as string[]).map((member) => member.slice(member.indexOf('{')))
      return buildHistory(
        bodies.map((body) => JSON.parse(body) as KeptObservation),
        limit,
      )
    },
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      const own = [key('feed', companyId), floors, key('seen', companyId), key('newest', companyId), owners]
      await step(ERASE, [meta, ...own], [companyId, channel])
    },
    close: () => connection.close(),
  }
}
