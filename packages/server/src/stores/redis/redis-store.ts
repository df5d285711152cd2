import { createClient } from 'redis'
import { createEpoch } from '../change-log.ts'
import type { ConnectStore, StoreLimits } from '../connect-store.ts'
import { createListeners } from '../listeners.ts'
import { COUNT, createRedisChanges, ERASE } from './redis-changes.ts'
import { createRedisConnection, type RedisClient, type RedisConnection } from './redis-connection.ts'
import { createRedisInvitations } from './redis-invitations.ts'

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

interface RedisStoreBase extends StoreLimits {
  /** What all keys begin with. Default `nectar-connect`. */
  prefix?: string
  /** Milliseconds for one step; then it fails. Default 5000. */
  timeoutMs?: number
  /** Told when a connection of this store breaks; it reconnects by itself. Default: nothing. */
  onError?: (error: unknown) => void
}

/** Options of `createRedisStore`: an address, or a client of your own. */
export type RedisStoreOptions =
  /** `redis://…` or `rediss://…`: the store connects on first use, and closes the connection with `close()`. */
  | (RedisStoreBase & { url: string; client?: never })
  /** A client of the `redis` package that the host connects and closes, and whose errors it listens to. */
  | (RedisStoreBase & { client: RedisClient; url?: never })

export function connectRedis(options: RedisStoreOptions): RedisConnection {
  return createRedisConnection({
    create: () => options.client ?? createClient({ url: options.url }),
    isOwn: options.client === undefined,
    timeoutMs: options.timeoutMs ?? 5_000,
    onError: options.onError ?? (() => {}),
  })
}

export type RedisKeys = ReturnType<typeof redisKeys>

/** The keys of a store, by what they hold. The braces keep all keys on one node where somebody shards them. */
export function redisKeys(prefix = 'nectar-connect') {
  const key = (...parts: string[]) => [`{${prefix}}`, ...parts].join(':')
  return {
    meta: key('meta'),
    handled: key('handled'),
    floors: key('floors'),
    owners: key('owners'),
    /** The number of the newest invitation. */
    number: key('shared', 'number'),
    /** The channel. */
    news: key('news'),
    claim: (eventId: string) => key('claim', eventId),
    lock: (subject: string) => key('lock', subject),
    feed: (companyId: string) => key('feed', companyId),
    seen: (companyId: string) => key('seen', companyId),
    newest: (companyId: string) => key('newest', companyId),
    entries: (companyId: string) => key('shared', 'entries', companyId),
    order: (companyId: string) => key('shared', 'order', companyId),
    counts: (companyId: string) => key('counts', companyId),
  }
}

/** What the parts of a store do in Redis. */
export interface RedisSteps {
  /** Sends one command. */
  send(args: string[]): Promise<unknown>
  /** Runs a script, which Redis runs alone and wholly. */
  run(script: string, keys: string[], args: string[]): Promise<string[]>
  /** Runs a script that begins with `BEGIN`: a new epoch and the time come before its arguments. */
  step(script: string, keys: string[], args: string[]): Promise<string[]>
}

/** @param now Undefined: Redis tells the time. */
export function createRedisSteps(
  { send, run }: RedisConnection,
  now: (() => number) | undefined,
): RedisSteps {
  return {
    send,
    run,
    async step(script, keys, args) {
      return run(script, keys, [createEpoch(), now === undefined ? '' : String(now()), ...args])
    },
  }
}
