import { toSortKey, webhookTime } from '../stores/change-log.ts'
import { createSqliteStore } from '../stores/sqlite/sqlite-store.ts'

/** A process of its own, to be killed: commits events as fast as it can, and says which are done. */
const [, , file = '', round = ''] = process.argv
const store = createSqliteStore({ path: file, changesPerCompany: 1_000_000 })
for (let n = 0; n < 100_000; n += 1) {
  const eventId = `${round}-${n}`
  const claimed = await store.claim(eventId, eventId)
  if (claimed.state !== 'claimed') throw new Error(`${eventId} is ${claimed.state}.`)
  const time = webhookTime('2026-11-24T00:00:00.000001')
  await store.commit(claimed.token, {
    eventId,
    companyId: 'company',
    connectionId: `c-${eventId}`,
    status: 'PENDING',
    from: null,
    at: time.at,
    sortKey: toSortKey(time, eventId),
    source: 'webhook',
    isBaseline: false,
  })
  process.stdout.write(`${eventId}\n`)
}
