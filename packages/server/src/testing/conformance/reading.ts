import { expect, test } from 'vitest'
import type { ConnectionChange } from '../../stores/connect-store.ts'
import { until } from '../test-clock.ts'
import { changesAfter, record, type Suite, seen, startOf } from './store-suite.ts'

/** What readers get. */
export function describeReading({ openStore }: Suite) {
  test('nothing of a company is read by another', async () => {
    const store = await openStore()
    const start = await startOf(store)
    await record(store, seen('c1', 'PENDING', 1))
    await record(store, { ...seen('c2', 'PENDING', 1), companyId: 'other' })
    expect((await changesAfter(store, start)).map(({ connectionId }) => connectionId)).toEqual(['c1'])
    expect(await store.readHistory('other', 'c1', 9)).toEqual({ changes: [], hasMore: false })
    // Ids of which one is the beginning of another.
    expect(await store.readHistory('company', 'c', 9)).toEqual({ changes: [], hasMore: false })
  })

  test('a reader goes on where it was, page by page', async () => {
    const store = await openStore()
    const start = await startOf(store)
    for (let n = 1; n <= 5; n += 1) await record(store, seen(`c${n}`, 'PENDING', n))
    const all = await changesAfter(store, start)
    expect(all.map(({ connectionId }) => connectionId)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5'])
    for (const limit of [1, 2, 4, 5, 9]) {
      const read: ConnectionChange[] = []
      let cursor = start
      for (;;) {
        const page = await store.readChanges('company', cursor, limit)
        if (page.state === 'reset' || page.changes.length === 0) break
        expect(page.changes.length).toBeLessThanOrEqual(limit)
        read.push(...page.changes)
        cursor = page.cursor
      }
      expect(read).toEqual(all)
    }
  })

  test.each(['', 'x', 'other-epoch.0', 'a.b.1', '__proto__.1', '.1', ' .1'])(
    'the cursor %j answers reset',
    async (cursor) => {
      const store = await openStore()
      await record(store, seen('c1', 'PENDING', 1))
      expect(await store.readChanges('company', cursor, 9)).toEqual({
        state: 'reset',
        cursor: await startOf(store),
      })
    },
  )

  test('a cursor of the future, or of a store that was lost, answers reset', async () => {
    const lost = await openStore()
    const old = await startOf(lost)
    const store = await openStore()
    const here = await startOf(store)
    expect(await store.readChanges('company', old, 9)).toEqual({ state: 'reset', cursor: here })
    expect(await store.readChanges('company', here.replace(/0$/, '7'), 9)).toMatchObject({ state: 'reset' })
    expect(await store.readChanges('company', `${here}0000000000000000000`, 9)).toMatchObject({
      state: 'reset',
    })
  })

  test('what is kept is bounded, and who missed what went answers reset', async () => {
    const store = await openStore({ changesPerCompany: 3 })
    const start = await startOf(store)
    const cursors = [start]
    for (let n = 1; n <= 5; n += 1) {
      cursors.push((await record(store, seen(`c${n}`, 'PENDING', n)))?.cursor ?? '')
    }
    await record(store, { ...seen('c9', 'PENDING', 1), companyId: 'other' })
    const states = await Promise.all(cursors.map((cursor) => store.readChanges('company', cursor, 9)))
    expect(states.map((read) => (read.state === 'reset' ? 'reset' : read.changes.length))).toEqual([
      'reset',
      'reset',
      3,
      2,
      1,
      0,
    ])
    // A company that lost nothing is not told to start anew.
    expect(await store.readChanges('other', start, 9)).toMatchObject({ changes: [{ connectionId: 'c9' }] })
  })

  test('a history is bounded, and cut off where it is asked to be', async () => {
    const store = await openStore({ observationsPerConnection: 4 })
    for (let n = 1; n <= 6; n += 1) await record(store, seen('c1', `S${n}`, n))
    const told = async (limit: number) => {
      const { changes, hasMore } = await store.readHistory('company', 'c1', limit)
      return [...changes.map(({ to }) => to), hasMore]
    }
    expect(await told(9)).toEqual(['S6', 'S5', 'S4', 'S3', false])
    expect(await told(4)).toEqual(['S6', 'S5', 'S4', 'S3', false])
    expect(await told(3)).toEqual(['S6', 'S5', 'S4', true])
    await record(store, seen('c1', 'S0', 0))
    expect(await told(9)).toEqual(['S6', 'S5', 'S4', 'S3', false])
  })

  test('nothing is left of a company that was erased, and its readers start anew', async () => {
    const store = await openStore()
    const start = await startOf(store)
    await record(store, seen('c1', 'PENDING', 1))
    await record(store, { ...seen('c2', 'PENDING', 1), companyId: 'other' })
    const seenAll = await startOf(store)
    await store.eraseCompany('company')
    expect(await store.findConnection('c1')).toBeNull()
    expect((await store.latestStatuses('company')).connections.size).toBe(0)
    expect(await store.readHistory('company', 'c1', 9)).toEqual({ changes: [], hasMore: false })
    for (const cursor of [start, seenAll]) {
      expect(await store.readChanges('company', cursor, 9)).toMatchObject({ state: 'reset' })
    }
    expect(await store.readChanges('other', start, 9)).toMatchObject({ changes: [{ connectionId: 'c2' }] })
    const fresh = await startOf(store)
    expect(await record(store, seen('c1', 'CONNECTED', 2))).toMatchObject({ from: null })
    expect(await changesAfter(store, fresh)).toHaveLength(1)
    expect(await store.readChanges('company', seenAll, 9)).toMatchObject({ state: 'reset' })
  })

  test('who listens is told of its company, until it leaves', async () => {
    const store = await openStore()
    let [mine, others, left] = [0, 0, 0]
    store.subscribe('company', (news) => {
      if (news === 'changes') mine += 1
    })
    store.subscribe('other', (news) => {
      if (news === 'changes') others += 1
    })
    store.subscribe('company', () => {
      left += 1
    })()
    // A store may give a hint of each kind when it has just begun to listen.
    await record(store, seen('c1', 'PENDING', 1))
    await until(() => mine > 0)
    const before = mine
    await record(store, seen('c1', 'CONNECTED', 2))
    await until(() => mine > before)
    expect([others <= 1, left]).toEqual([true, 0])
  })
}
