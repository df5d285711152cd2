export type { RedisClient } from './stores/redis/redis-connection.ts'
export type { RedisStoreOptions } from './stores/redis/redis-store.ts'
export { createRedisStore } from './stores/redis/redis-store.ts'
