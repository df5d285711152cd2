import { createClient } from 'redis'
import type { StoreLimits } from '../connect-store.ts'
import { createRedisConnection, type RedisClient, type RedisConnection } from './redis-connection.ts'

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
