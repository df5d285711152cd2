import { expect, test } from 'vitest'
import { describeInvitationLog, invitationEntry } from '../../testing/invitation-log-conformance.ts'
import { createMemoryInvitationLog } from './memory-invitation-log.ts'

describeInvitationLog(
  'The log in memory',
  async () => ({
    open: async (limits) => createMemoryInvitationLog(limits),
    openSecond: () => Promise.reject(new Error('Memory is not shared.')),
    async close() {},
  }),
  { runs: 100, isShared: false },
)

test('the company that was longest without news goes first', async () => {
  const log = createMemoryInvitationLog({ companies: 2 })
  const [a, b, c] = ['a', 'b', 'c'].map((companyId) => invitationEntry({ companyId }))
  if (!a || !b || !c) throw new Error('unreachable')
  await log.add(a)
  await log.add(b)
  await log.update('a', a.invitationId, { stage: 'opened' })
  await log.add(c)
  expect([await log.list('a'), await log.list('b'), await log.list('c')].map(({ length }) => length)).toEqual(
    [1, 0, 1],
  )
})

test('what was handed out is not the log’s own', async () => {
  const log = createMemoryInvitationLog()
  const entry = invitationEntry()
  await log.add(entry)
  entry.stage = 'received'
  const [listed] = await log.list('company')
  if (listed) listed.to = 'somebody@else.example'
  expect(await log.find('company', entry.invitationId)).toMatchObject({
    stage: 'sent',
    to: 'dana@northpoint.example',
  })
})
