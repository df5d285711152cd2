import { expect, test } from 'vitest'
import type { StoreNews } from '../../stores/connect-store.ts'
import { until } from '../test-clock.ts'
import { invitationEntry } from './invitations.ts'
import { record, type Suite, seen, startOf } from './store-suite.ts'

/** What concerns all that a store knows of a company. */
export function describeCompanies({ openStore }: Suite) {
  test('listeners are told what there may be news of', async () => {
    const store = await openStore()
    const heard = new Set<StoreNews>()
    store.subscribe('company', (news) => heard.add(news))
    // Whoever begins to listen may be told of everything once.
    await record(store, seen('c1', 'PENDING', 1))
    await until(() => heard.has('changes'))
    await store.addInvitation(invitationEntry())
    await until(() => heard.has('invitations'))
  })

  test('erasing takes changes, invitations and counts together, and tells of it', async () => {
    const store = await openStore()
    const window = { limit: 1, windowMs: 60_000 }
    const start = await startOf(store)
    const entry = invitationEntry()
    for (const companyId of ['company', 'other']) {
      await record(store, { ...seen(`c-${companyId}`, 'PENDING', 1), companyId })
      await store.addInvitation({ ...entry, companyId })
      await store.countWithin(companyId, 'maya', window)
    }
    await store.eraseCompany('company')
    expect(await store.findConnection('c-company')).toBeNull()
    expect(await store.readChanges('company', start, 9)).toMatchObject({ state: 'reset' })
    expect(await store.listInvitations('company')).toEqual([])
    expect(await store.countWithin('company', 'maya', window)).toEqual({ state: 'counted' })
    expect(await store.findConnection('c-other')).toMatchObject({ companyId: 'other' })
    expect(await store.listInvitations('other')).toHaveLength(1)
    expect(await store.countWithin('other', 'maya', window)).toMatchObject({ state: 'full' })

    const heard = new Set<StoreNews>()
    store.subscribe('other', (news) => heard.add(news))
    await store.eraseCompany('other')
    await until(() => heard.size === 2)
  })
}
