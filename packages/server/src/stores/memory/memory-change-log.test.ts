import { expect, test } from 'vitest'
import { describeChangeLog } from '../../testing/change-log-conformance.ts'
import { record, seen, startOf } from '../../testing/conformance/log-suite.ts'
import { createMemoryChangeLog } from './memory-change-log.ts'

describeChangeLog(
  'The log in memory',
  async () => ({
    open: async (limits) => createMemoryChangeLog(limits),
    openSecond: () => Promise.reject(new Error('Another process has a log of its own.')),
    async close() {},
  }),
  { runs: 300, isShared: false },
)

test('companies that were longest without news are forgotten, and their readers start anew', async () => {
  const log = createMemoryChangeLog({ companies: 2 })
  const start = await startOf(log)
  const of = (companyId: string) => ({ ...seen(`c-${companyId}`, 'PENDING', 1), companyId })
  await record(log, of('company'))
  await record(log, of('two'))
  await record(log, { ...seen('c-company', 'CONNECTED', 2), companyId: 'company' })
  await record(log, of('three'))
  expect(await log.find('c-two')).toBeNull()
  expect(await log.read('two', start, 9)).toMatchObject({ state: 'reset' })
  expect(await log.read('company', start, 9)).toMatchObject({ changes: [{}, {}] })
})
