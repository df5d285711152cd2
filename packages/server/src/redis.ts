export type { RedisClient, RedisStoreOptions } from './stores/redis/redis-store.ts'
export { createRedisStore } from './stores/redis/redis-store.ts'
