import { buildHistory, type KeptObservation, readFrom } from '../change-log.ts'
import {
  type ChangesPart,
  CLAIM_MS,
  type ConnectionChange,
  HANDLED_KEPT_MS,
  type LatestStatus,
  limitsOf,
  type StoreLimits,
} from '../connect-store.ts'
import type { RedisConnection, RedisKeys } from './redis-store.ts'

/** Claims and changes of all companies. */
export function createRedisChanges(
  { send }: RedisConnection,
  step: RedisConnection['run'],
  { claim, feed, floors, handled, lock, meta, newest, news, owners, seen }: RedisKeys,
  options: StoreLimits,
): ChangesPart {
  const { changesPerCompany, observationsPerConnection } = limitsOf(options)

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
      const limits = [String(changesPerCompany), String(observationsPerConnection)]
      const args = [eventId, nonce, String(HANDLED_KEPT_MS), body, ...limits, news]
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
      const extent = { epoch, position: Number(position), floor: Number(floor) }
      return readFrom(cursor, extent, () => bodies.map((body) => JSON.parse(body) as ConnectionChange))
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

/** Both begin every script: the time, and the store's own data, made anew when Redis lost it. */
const BEGIN = `
local now = tonumber(ARGV[2])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local function text(number) return string.format('%.0f', number) end
if redis.call('HEXISTS', KEYS[1], 'epoch') == 0 then
  redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'startedAt', text(now), 'position', '0', 'forgotten', '0')
end
local function holds(key, nonce)
  return redis.call('HGET', key, 'nonce') == nonce and tonumber(redis.call('HGET', key, 'endsAt')) > now
end
`

/** KEYS: meta, handled, claim, lock. ARGV: epoch, now, event, nonce, milliseconds of the claim. */
export const CLAIM = `${BEGIN}
local function isLive(key)
  local endsAt = redis.call('HGET', key, 'endsAt')
  return endsAt and tonumber(endsAt) > now
end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', text(now))
if redis.call('ZSCORE', KEYS[2], ARGV[3]) then return {'done'} end
if isLive(KEYS[3]) or isLive(KEYS[4]) then return {'busy'} end
for _, key in ipairs({KEYS[3], KEYS[4]}) do
  redis.call('HSET', key, 'nonce', ARGV[4], 'endsAt', text(now + ARGV[5]))
  redis.call('PEXPIRE', key, text(ARGV[5] * 2))
end
return {'claimed'}
`

/** KEYS: meta, claim, lock. ARGV: epoch, now, nonce. */
export const RELEASE = `${BEGIN}
if holds(KEYS[2], ARGV[3]) then redis.call('DEL', KEYS[2]) end
if holds(KEYS[3], ARGV[3]) then redis.call('DEL', KEYS[3]) end
return {}
`

/**
 * KEYS: meta, handled, claim, lock, feed, floors, seen, newest, owners.
 * ARGV: epoch, now, event, nonce, milliseconds to keep the event, observation (empty for none), changes to keep,
 * observations to keep, channel.
 */
export const COMMIT = `${BEGIN}
if not holds(KEYS[3], ARGV[4]) then return {'lost'} end
redis.call('DEL', KEYS[3])
if holds(KEYS[4], ARGV[4]) then redis.call('DEL', KEYS[4]) end
redis.call('ZADD', KEYS[2], text(now + ARGV[5]), ARGV[3])
if ARGV[6] == '' then return {'committed'} end

local seen = cjson.decode(ARGV[6])
local company, connection = seen.companyId, seen.connectionId
if redis.call('HLEN', KEYS[8]) == 0 then
  redis.call('HSETNX', KEYS[6], company, redis.call('HGET', KEYS[1], 'forgotten'))
end
local newest = redis.call('HGET', KEYS[8], connection)
if newest then newest = cjson.decode(newest) end
local isNewer = not newest or seen.sortKey > newest.sortKey
local before = newest and newest.status or seen.from
local change = false
seen.cursor = cjson.null
if not seen.isBaseline and isNewer and before ~= seen.status then
  local position = text(redis.call('HINCRBY', KEYS[1], 'position', 1))
  seen.cursor = redis.call('HGET', KEYS[1], 'epoch') .. '.' .. position
  change = cjson.encode({
    cursor = seen.cursor, eventId = seen.eventId, companyId = company, connectionId = connection,
    from = before, to = seen.status, at = seen.at, source = seen.source,
  })
  redis.call('XADD', KEYS[5], position .. '-0', 'change', change)
  local excess = redis.call('XLEN', KEYS[5]) - ARGV[7]
  if excess > 0 then
    local gone = redis.call('XRANGE', KEYS[5], '-', '+', 'COUNT', excess)
    local last = gone[#gone][1]
    redis.call('XTRIM', KEYS[5], 'MAXLEN', ARGV[7])
    redis.call('HSET', KEYS[6], company, string.sub(last, 1, -3))
  end
end

local first, last = '[' .. connection .. ' ', '(' .. connection .. '!'
redis.call('ZADD', KEYS[7], 0, connection .. ' ' .. seen.sortKey .. ' ' .. cjson.encode(seen))
local excess = redis.call('ZLEXCOUNT', KEYS[7], first, last) - ARGV[8]
if excess > 0 then
  redis.call('ZREM', KEYS[7], unpack(redis.call('ZRANGEBYLEX', KEYS[7], first, last, 'LIMIT', 0, excess)))
end
if isNewer then
  redis.call('HSET', KEYS[8], connection, cjson.encode({sortKey = seen.sortKey, status = seen.status}))
end
redis.call('HSET', KEYS[9], connection, company)
if change then
  redis.call('PUBLISH', ARGV[9], 'changes ' .. company)
  return {'committed', change}
end
return {'committed'}
`

/** KEYS: meta, feed, floors, newest. ARGV: epoch, now, company, position to go on from (empty for none), limit. */
export const READ = `${BEGIN}
local floor = redis.call('HGET', KEYS[3], ARGV[3])
if redis.call('HLEN', KEYS[4]) == 0 then floor = redis.call('HGET', KEYS[1], 'forgotten') end
local reply = redis.call('HMGET', KEYS[1], 'epoch', 'position')
reply[3] = floor or '0'
if ARGV[4] ~= '' then
  local entries = redis.call('XRANGE', KEYS[2], '(' .. ARGV[4] .. '-0', '+', 'COUNT', ARGV[5])
  for _, entry in ipairs(entries) do reply[#reply + 1] = entry[2][2] end
end
return reply
`

/** KEYS: meta, newest. ARGV: epoch, now. */
export const LATEST = `${BEGIN}
local reply = redis.call('HGETALL', KEYS[2])
table.insert(reply, 1, redis.call('HGET', KEYS[1], 'startedAt'))
return reply
`

/** KEYS: meta, counts. ARGV: epoch, now, name, limit, milliseconds of the window. */
export const COUNT = `${BEGIN}
local window = redis.call('HGET', KEYS[2], ARGV[3])
window = window and cjson.decode(window)
if not window or window.endsAt <= now then window = {count = 0, endsAt = now + ARGV[5]} end
if window.count >= tonumber(ARGV[4]) then return {'full', text(window.endsAt - now)} end
redis.call('HSET', KEYS[2], ARGV[3], string.format('{"count":%d,"endsAt":%.0f}', window.count + 1, window.endsAt))
-- The names of a company go together, once none of them was counted for two windows.
redis.call('PEXPIRE', KEYS[2], text(ARGV[5] * 2))
return {'counted'}
`

/** KEYS: meta, feed, floors, seen, newest, owners, entries, order, counts. ARGV: epoch, now, company, channel. */
export const ERASE = `${BEGIN}
for _, connection in ipairs(redis.call('HKEYS', KEYS[5])) do
  if redis.call('HGET', KEYS[6], connection) == ARGV[3] then redis.call('HDEL', KEYS[6], connection) end
end
redis.call('DEL', KEYS[2], KEYS[4], KEYS[5], KEYS[7], KEYS[8], KEYS[9])
redis.call('HDEL', KEYS[3], ARGV[3])
redis.call('HSET', KEYS[1], 'forgotten', text(redis.call('HINCRBY', KEYS[1], 'position', 1)))
redis.call('PUBLISH', ARGV[4], 'changes ' .. ARGV[3])
redis.call('PUBLISH', ARGV[4], 'invitations ' .. ARGV[3])
return {}
`
