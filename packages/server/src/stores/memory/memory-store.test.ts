import { expect, test } from 'vitest'
import { invitationEntry } from '../../testing/conformance/invitations.ts'
import { record, seen, startOf } from '../../testing/conformance/store-suite.ts'
import { describeStore } from '../../testing/store-conformance.ts'
import { HANDLED_KEPT_MS } from '../connect-store.ts'
import { createMemoryStore } from './memory-store.ts'

describeStore(
  'The store in memory',
  async () => ({
    open: async (limits) => createMemoryStore(limits),
    openSecond: () => Promise.reject(new Error('Another process has a store of its own.')),
    async close() {},
  }),
  { runs: 300, isShared: false },
)

test('an event is forgotten when its time is over, whether or not old ones were swept away since', async () => {
  let now = 0
  const store = createMemoryStore({ now: () => now })
  const handle = async (eventId: string) => {
    const claim = await store.claim(eventId, 'subject')
    if (claim.state === 'claimed') await store.commit(claim.token, null)
    return claim.state
  }
  expect([await handle('a'), await handle('a')]).toEqual(['claimed', 'done'])
  now = HANDLED_KEPT_MS - 1
  expect([await handle('b'), await handle('a')]).toEqual(['claimed', 'done'])
  now += 1
  expect([await handle('a'), await handle('a')]).toEqual(['claimed', 'done'])
})

test('companies that were longest without news are forgotten, and their readers start anew', async () => {
  const store = createMemoryStore({ companies: 2 })
  const start = await startOf(store)
  const of = (companyId: string) => ({ ...seen(`c-${companyId}`, 'PENDING', 1), companyId })
  await record(store, of('company'))
  await record(store, of('two'))
  await record(store, { ...seen('c-company', 'CONNECTED', 2), companyId: 'company' })
  await record(store, of('three'))
  expect(await store.findConnection('c-two')).toBeNull()
  expect(await store.readChanges('two', start, 9)).toMatchObject({ state: 'reset' })
  expect(await store.readChanges('company', start, 9)).toMatchObject({ changes: [{}, {}] })
})

test('the invitations of the company that was longest without news go first', async () => {
  const store = createMemoryStore({ companies: 2 })
  const [a, b, c] = ['a', 'b', 'c'].map((companyId) => invitationEntry({ companyId }))
  if (!a || !b || !c) throw new Error('unreachable')
  await store.addInvitation(a)
  await store.addInvitation(b)
  await store.updateInvitation('a', a.invitationId, { stage: 'opened' })
  await store.addInvitation(c)
  expect(
    [
      await store.listInvitations('a'),
      await store.listInvitations('b'),
      await store.listInvitations('c'),
    ].map(({ length }) => length),
  ).toEqual([1, 0, 1])
})

test('what was handed out is not the store’s own', async () => {
  const store = createMemoryStore()
  const entry = invitationEntry()
  await store.addInvitation(entry)
  entry.stage = 'received'
  const [listed] = await store.listInvitations('company')
  if (listed) listed.to = 'somebody@else.example'
  expect(await store.findInvitation('company', entry.invitationId)).toMatchObject({
    stage: 'sent',
    to: 'dana@northpoint.example',
  })
})
