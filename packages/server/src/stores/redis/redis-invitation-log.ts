import { parseJson } from '../../lib/parse-json.ts'
import {
  INVITATIONS_PER_COMPANY,
  type InvitationEntry,
  type InvitationLog,
  type InvitationLogLimits,
} from '../invitation-log.ts'
import { createListeners } from '../listeners.ts'
import { connectRedisLog, type RedisLogOptions, redisPrefix } from './redis-log-options.ts'

/** Options of `createRedisInvitationLog`: an address, or a client of your own. */
export type RedisInvitationLogOptions = RedisLogOptions & InvitationLogLimits

/** KEYS: entries, order, number. ARGV: company, invitation, entry, how many are kept, channel. */
const ADD = `
if redis.call('HSET', KEYS[1], ARGV[2], ARGV[3]) == 1 then
  redis.call('ZADD', KEYS[2], redis.call('INCR', KEYS[3]), ARGV[2])
end
local excess = redis.call('ZCARD', KEYS[2]) - ARGV[4]
if excess > 0 then
  for _, gone in ipairs(redis.call('ZRANGE', KEYS[2], 0, excess - 1)) do
    redis.call('HDEL', KEYS[1], gone)
    redis.call('ZREM', KEYS[2], gone)
  end
end
redis.call('PUBLISH', ARGV[5], ARGV[1])
return {}
`

/** KEYS: entries. ARGV: company, invitation, entry before, entry after, channel. */
const REPLACE = `
if redis.call('HGET', KEYS[1], ARGV[2]) ~= ARGV[3] then return {} end
redis.call('HSET', KEYS[1], ARGV[2], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[1])
return {'replaced'}
`

/** KEYS: entries, order. */
const LIST = `
local ids = redis.call('ZREVRANGE', KEYS[2], 0, -1)
local entries = {}
for _, id in ipairs(ids) do entries[#entries + 1] = redis.call('HGET', KEYS[1], id) end
return entries
`

/** What can no longer be read counts as gone. */
function readEntry(body: string): InvitationEntry | null {
  return (parseJson(body) as InvitationEntry | undefined) ?? null
}

/**
 * The invitation log in Redis 6.2 or newer, for hosts of several machines. One address: not for a Redis Cluster client.
 *
 * @example
 * import { createRedisInvitationLog } from '@nectar-connect/server/redis'
 *
 * const invitationLog = createRedisInvitationLog({ url: 'redis://localhost:6379' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, invitationLog })
 */
export function createRedisInvitationLog(options: RedisInvitationLogOptions): InvitationLog {
  const prefix = redisPrefix(options)
  const key = (...parts: string[]) => [prefix, 'shared', ...parts].join(':')
  const channel = key('news')
  const kept = String(options.invitationsPerCompany ?? INVITATIONS_PER_COMPANY)
  const listeners = createListeners((count) => {
    if (count > 0) connection.listen(channel, listeners.tell, listeners.notifyListeners)
  })
  const connection = connectRedisLog(options)
  const keysOf = (companyId: string) => [key('entries', companyId), key('order', companyId)] as const
  const read = async (companyId: string, invitationId: string) => {
    const body = await connection.send(['HGET', keysOf(companyId)[0], invitationId])
    return typeof body === 'string' ? body : null
  }

  return {
    async add(entry) {
      const { companyId, invitationId } = entry
      const args = [companyId, invitationId, JSON.stringify(entry), kept, channel]
      await connection.run(ADD, [...keysOf(companyId), key('number')], args)
    },
    async find(companyId, invitationId) {
      const body = await read(companyId, invitationId)
      return body === null ? null : readEntry(body)
    },
    async list(companyId) {
      const bodies = await connection.run(LIST, [...keysOf(companyId)], [])
      return bodies.flatMap((body) => readEntry(body) ?? [])
    },
    async update(companyId, invitationId, patch, ifStage) {
      // Compared as a whole and tried anew: a script that wrote JSON again would not write it as it was.
      for (;;) {
        const before = await read(companyId, invitationId)
        if (before === null) return false
        const entry = readEntry(before)
        if (entry === null || (ifStage !== undefined && entry.stage !== ifStage)) return false
        const after = JSON.stringify({ ...entry, ...patch })
        const args = [companyId, invitationId, before, after, channel]
        const [state] = await connection.run(REPLACE, [keysOf(companyId)[0]], args)
        if (state === 'replaced') return true
      }
    },
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      await connection.send(['DEL', ...keysOf(companyId)])
      await connection.send(['PUBLISH', channel, companyId])
    },
    close: () => connection.close(),
  }
}
