export { createSqliteChangeLog, type SqliteChangeLogOptions } from './stores/sqlite/sqlite-change-log.ts'
export {
  createSqliteInvitationLog,
  type SqliteInvitationLogOptions,
} from './stores/sqlite/sqlite-invitation-log.ts'
