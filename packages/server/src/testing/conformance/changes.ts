import { expect, test } from 'vitest'
import { changesAfter, record, START, type Suite, seen, startOf } from './store-suite.ts'

/** What an observation changes. */
export function describeChanges({ openStore, advance }: Suite) {
  test('a change has everything that its observation had, and where it came from', async () => {
    const store = await openStore()
    await record(store, { ...seen('c1', 'PENDING', 1), from: 'CONNECTED' })
    const change = await record(store, seen('c1', 'PASSWORD_INCORRECT', 2, 'e2'))
    expect(change).toEqual({
      cursor: expect.stringMatching(/^[\w-]+\.2$/),
      eventId: 'e2',
      companyId: 'company',
      connectionId: 'c1',
      from: 'PENDING',
      to: 'PASSWORD_INCORRECT',
      at: '2026-11-24T00:00:02.000002Z',
      source: 'webhook',
    })
    const { cursor } = await store.readChanges('company', null, 9)
    expect(change?.cursor).toBe(cursor)
    const { changes } = await store.readHistory('company', 'c1', 9)
    expect(changes[0]).toEqual(change)
    expect(changes[1]).toMatchObject({ from: 'CONNECTED', to: 'PENDING' })
  })

  test('two events of one change make one, whichever comes first', async () => {
    for (const [first, second] of [
      ['updated', 'validated'],
      ['validated', 'updated'],
    ] as const) {
      const store = await openStore()
      const start = await startOf(store)
      await record(store, seen('c1', 'CONNECTED', 1, first))
      expect(await record(store, seen('c1', 'CONNECTED', 1, second))).toBeNull()
      expect(await changesAfter(store, start)).toHaveLength(1)
      expect((await store.readHistory('company', 'c1', 9)).changes).toHaveLength(1)
    }
  })

  test('an event that comes late takes its place in the history, and changes nothing newer', async () => {
    const store = await openStore()
    await record(store, seen('c1', 'PENDING', 1))
    await record(store, seen('c1', 'CONNECTED', 3))
    const start = await startOf(store)
    expect(await record(store, seen('c1', 'WEBSITE_DOWN', 2))).toBeNull()
    expect(await changesAfter(store, start)).toEqual([])
    expect(await store.findConnection('c1')).toMatchObject({ status: 'CONNECTED' })
    expect((await store.readHistory('company', 'c1', 9)).changes.map(({ from, to }) => [from, to])).toEqual([
      ['WEBSITE_DOWN', 'CONNECTED'],
      ['PENDING', 'WEBSITE_DOWN'],
      [null, 'PENDING'],
    ])
  })

  test('a starting point is known and told, but changes nothing', async () => {
    const store = await openStore()
    const start = await startOf(store)
    expect(await record(store, { ...seen('c1', 'CONNECTED', 1), isBaseline: true })).toBeNull()
    expect(await changesAfter(store, start)).toEqual([])
    expect((await store.readHistory('company', 'c1', 9)).changes).toMatchObject([
      { to: 'CONNECTED', cursor: null },
    ])
    expect(await record(store, seen('c1', 'WEBSITE_DOWN', 2))).toMatchObject({ from: 'CONNECTED' })
  })

  test('what is said not to have changed is no change', async () => {
    const store = await openStore()
    expect(await record(store, { ...seen('c1', 'CONNECTED', 1), from: 'CONNECTED' })).toBeNull()
    expect(await store.findConnection('c1')).toMatchObject({ companyId: 'company', status: 'CONNECTED' })
  })

  test('the newest statuses of a company, its connections only, and when the store began', async () => {
    const store = await openStore()
    expect(await store.latestStatuses('company')).toEqual({ startedAt: START, connections: new Map() })
    advance(1_000)
    await record(store, seen('c1', 'PENDING', 1))
    await record(store, seen('c1', 'CONNECTED', 2, 'e2'))
    await record(store, { ...seen('c2', 'PENDING', 1), companyId: 'other' })
    expect(await store.latestStatuses('company')).toEqual({
      startedAt: START,
      connections: new Map([['c1', { status: 'CONNECTED', sortKey: seen('c1', '', 2, 'e2').sortKey }]]),
    })
    expect(await store.findConnection('c2')).toMatchObject({ companyId: 'other', status: 'PENDING' })
    expect(await store.findConnection('c3')).toBeNull()
  })
}
