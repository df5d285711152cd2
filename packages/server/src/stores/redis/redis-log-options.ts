import { createClient } from 'redis'
import { createRedisConnection, type RedisClient, type RedisConnection } from './redis-connection.ts'

interface RedisLogBase {
  /** What all keys begin with. Default `nectar-connect`. */
  prefix?: string
  /** Milliseconds for one step; then it fails. Default 5000. */
  timeoutMs?: number
  /** Told when a connection of this log breaks; it reconnects by itself. Default: nothing. */
  onError?: (error: unknown) => void
}

/** How a log in Redis is reached: an address, or a client of your own. */
export type RedisLogOptions =
  /** `redis://…` or `rediss://…`: the log connects on first use, and closes the connection with `close()`. */
  | (RedisLogBase & { url: string; client?: never })
  /** A client of the `redis` package that the host connects and closes, and whose errors it listens to. */
  | (RedisLogBase & { client: RedisClient; url?: never })

/** The braces keep all keys on one node where somebody shards them. */
export function redisPrefix({ prefix = 'nectar-connect' }: RedisLogOptions): string {
  return `{${prefix}}`
}

export function connectRedisLog(options: RedisLogOptions): RedisConnection {
  return createRedisConnection({
    create: () => options.client ?? createClient({ url: options.url }),
    isOwn: options.client === undefined,
    timeoutMs: options.timeoutMs ?? 5_000,
    onError: options.onError ?? (() => {}),
  })
}
