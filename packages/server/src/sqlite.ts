export { createSqliteStore, type SqliteStoreOptions } from './stores/sqlite/sqlite-store.ts'
