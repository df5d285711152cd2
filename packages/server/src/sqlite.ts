export { createSqliteChangeLog, type SqliteChangeLogOptions } from './node/sqlite-change-log.ts'
export { createSqliteInvitationLog, type SqliteInvitationLogOptions } from './node/sqlite-invitation-log.ts'
