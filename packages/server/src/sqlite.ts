export { createSqliteChangeLog, type SqliteChangeLogOptions } from './node/sqlite-change-log.ts'
