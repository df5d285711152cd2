import { createSqliteStore } from '../stores/sqlite/sqlite-store.ts'
import { record, seen } from './conformance/store-suite.ts'

/** A process of its own, to be killed: commits events as fast as it can, and says which are done. */
const [, , file = '', round = ''] = process.argv
const store = createSqliteStore({ path: file, changesPerCompany: 1_000_000 })
for (let n = 0; n < 100_000; n += 1) {
  const eventId = `${round}-${n}`
  await record(store, seen(`c-${eventId}`, 'PENDING', 0, eventId))
  process.stdout.write(`${eventId}\n`)
}
