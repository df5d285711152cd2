export type { RedisClient } from './stores/redis/redis-connection.ts'
export { createRedisStore } from './stores/redis/redis-store.ts'
export type { RedisStoreOptions } from './stores/redis/redis-store-options.ts'
