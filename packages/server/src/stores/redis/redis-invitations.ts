import { parseJson } from '../../lib/values.ts'
import { type InvitationEntry, type InvitationsPart, limitsOf, type StoreLimits } from '../connect-store.ts'
import type { RedisConnection, RedisKeys } from './redis-store.ts'

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
redis.call('PUBLISH', ARGV[5], 'invitations ' .. ARGV[1])
return {}
`

/** KEYS: entries. ARGV: company, invitation, entry before, entry after, channel. */
const REPLACE = `
if redis.call('HGET', KEYS[1], ARGV[2]) ~= ARGV[3] then return {} end
redis.call('HSET', KEYS[1], ARGV[2], ARGV[4])
redis.call('PUBLISH', ARGV[5], 'invitations ' .. ARGV[1])
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
const readEntry = (body: string) => (parseJson(body) as InvitationEntry | undefined) ?? null

/** Invitations of all companies. */
export function createRedisInvitations(
  { send, run }: RedisConnection,
  { entries, news, number, order }: RedisKeys,
  options: StoreLimits,
): InvitationsPart {
  const kept = String(limitsOf(options).invitationsPerCompany)
  const read = async (companyId: string, invitationId: string) => {
    const body = await send(['HGET', entries(companyId), invitationId])
    return typeof body === 'string' ? body : null
  }

  return {
    async addInvitation(entry) {
      const { companyId, invitationId } = entry
      const args = [companyId, invitationId, JSON.stringify(entry), kept, news]
      await run(ADD, [entries(companyId), order(companyId), number], args)
    },
    async findInvitation(companyId, invitationId) {
      const body = await read(companyId, invitationId)
      return body === null ? null : readEntry(body)
    },
    async listInvitations(companyId) {
      const bodies = await run(LIST, [entries(companyId), order(companyId)], [])
      return bodies.flatMap((body) => readEntry(body) ?? [])
    },
    async updateInvitation(companyId, invitationId, patch, ifStage) {
      // Compared as a whole and tried anew: a script that wrote JSON again would not write it as it was.
      for (;;) {
        const before = await read(companyId, invitationId)
        if (before === null) return false
        const entry = readEntry(before)
        if (entry === null || (ifStage !== undefined && entry.stage !== ifStage)) return false
        const after = JSON.stringify({ ...entry, ...patch })
        const args = [companyId, invitationId, before, after, news]
        const [state] = await run(REPLACE, [entries(companyId)], args)
        if (state === 'replaced') return true
      }
    },
  }
}
