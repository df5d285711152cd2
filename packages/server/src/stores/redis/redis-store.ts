import type { ConnectStore } from '../connect-store.ts'
import { createListeners } from '../listeners.ts'
import { createRedisChanges } from './redis-changes.ts'
import { createRedisInvitations } from './redis-invitations.ts'
import { redisKeys } from './redis-keys.ts'
import { COUNT, ERASE } from './redis-scripts.ts'
import { createRedisSteps } from './redis-steps.ts'
import { connectRedis, type RedisStoreOptions } from './redis-store-options.ts'

/**
 * The store in Redis 6.2 or newer, for hosts of several machines. One address: not for a Redis Cluster client.
 *
 * Every step is one Lua script, which Redis runs alone and wholly. How much survives a crash of Redis itself is up to
 * its persistence: with `appendfsync always` all of it, with less the events of the last moments are handled again or
 * found by `reconcile`. Redis must not evict these keys (`maxmemory-policy noeviction`).
 *
 * @example
 * import { createRedisStore } from '@nectar-connect/server/redis'
 *
 * const store = createRedisStore({ url: 'redis://localhost:6379' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, store })
 */
export function createRedisStore(options: RedisStoreOptions): ConnectStore {
  const keys = redisKeys(options.prefix)
  const listeners = createListeners((count) => {
    if (count > 0) connection.listen(keys.news, onMessage, listeners.notifyAll)
  })
  const connection = connectRedis(options)
  const steps = createRedisSteps(connection, options.now)

  function onMessage(message: string) {
    const [news, ...company] = message.split(' ')
    if (news === 'changes' || news === 'invitations') listeners.notify(company.join(' '), news)
  }

  return {
    ...createRedisChanges(steps, keys, options),
    ...createRedisInvitations(steps, keys, options),
    async countWithin(companyId, name, { limit, windowMs }) {
      const args = [name, String(limit), String(windowMs)]
      const [state, left] = await steps.step(COUNT, [keys.meta, keys.counts(companyId)], args)
      return state === 'counted' ? { state } : { state: 'full', retryAfterMs: Number(left) }
    },
    subscribe: (companyId, onHint) => listeners.add(companyId, onHint),
    async eraseCompany(companyId) {
      const { meta, floors, owners, news } = keys
      const own = [keys.feed(companyId), floors, keys.seen(companyId), keys.newest(companyId), owners]
      const others = [keys.entries(companyId), keys.order(companyId), keys.counts(companyId)]
      await steps.step(ERASE, [meta, ...own, ...others], [companyId, news])
    },
    close: () => connection.close(),
  }
}
