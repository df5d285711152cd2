export { createRedisChangeLog, type RedisChangeLogOptions } from './stores/redis/redis-change-log.ts'
export type { RedisClient } from './stores/redis/redis-connection.ts'
export {
  createRedisInvitationLog,
  type RedisInvitationLogOptions,
} from './stores/redis/redis-invitation-log.ts'
export type { RedisLogOptions } from './stores/redis/redis-log-options.ts'
