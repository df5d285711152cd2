export { createRedisChangeLog, type RedisChangeLogOptions } from './redis/redis-change-log.ts'
export type { RedisClient } from './redis/redis-connection.ts'
export { createRedisInvitationLog, type RedisInvitationLogOptions } from './redis/redis-invitation-log.ts'
export type { RedisLogOptions } from './redis/redis-log-options.ts'
