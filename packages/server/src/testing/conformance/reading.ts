import { expect, test } from 'vitest'
import type { ConnectionChange } from '../../stores/change-log.ts'
import { until } from '../test-clock.ts'
import { changesAfter, record, type Suite, seen, startOf } from './log-suite.ts'

/** What readers get. */
export function describeReading({ openLog }: Suite) {
  test('nothing of a company is read by another', async () => {
    const log = await openLog()
    const start = await startOf(log)
    await record(log, seen('c1', 'PENDING', 1))
    await record(log, { ...seen('c2', 'PENDING', 1), companyId: 'other' })
    expect((await changesAfter(log, start)).map(({ connectionId }) => connectionId)).toEqual(['c1'])
    expect(await log.history('other', 'c1', 9)).toEqual({ changes: [], hasMore: false })
    // Ids of which one is the beginning of another.
    expect(await log.history('company', 'c', 9)).toEqual({ changes: [], hasMore: false })
  })

  test('a reader goes on where it was, page by page', async () => {
    const log = await openLog()
    const start = await startOf(log)
    for (let n = 1; n <= 5; n += 1) await record(log, seen(`c${n}`, 'PENDING', n))
    const all = await changesAfter(log, start)
    expect(all.map(({ connectionId }) => connectionId)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5'])
    for (const limit of [1, 2, 4, 5, 9]) {
      const read: ConnectionChange[] = []
      let cursor = start
      for (;;) {
        const page = await log.read('company', cursor, limit)
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
      const log = await openLog()
      await record(log, seen('c1', 'PENDING', 1))
      expect(await log.read('company', cursor, 9)).toEqual({ state: 'reset', cursor: await startOf(log) })
    },
  )

  test('a cursor of the future, or of a log that was lost, answers reset', async () => {
    const lost = await openLog()
    const old = await startOf(lost)
    const log = await openLog()
    const here = await startOf(log)
    expect(await log.read('company', old, 9)).toEqual({ state: 'reset', cursor: here })
    expect(await log.read('company', here.replace(/0$/, '7'), 9)).toMatchObject({ state: 'reset' })
    expect(await log.read('company', `${here}0000000000000000000`, 9)).toMatchObject({ state: 'reset' })
  })

  test('what is kept is bounded, and who missed what went answers reset', async () => {
    const log = await openLog({ changesPerCompany: 3 })
    const start = await startOf(log)
    const cursors = [start]
    for (let n = 1; n <= 5; n += 1) {
      cursors.push((await record(log, seen(`c${n}`, 'PENDING', n)))?.cursor ?? '')
    }
    await record(log, { ...seen('c9', 'PENDING', 1), companyId: 'other' })
    const states = await Promise.all(cursors.map((cursor) => log.read('company', cursor, 9)))
    expect(states.map((read) => (read.state === 'reset' ? 'reset' : read.changes.length))).toEqual([
      'reset',
      'reset',
      3,
      2,
      1,
      0,
    ])
    // A company that lost nothing is not told to start anew.
    expect(await log.read('other', start, 9)).toMatchObject({ changes: [{ connectionId: 'c9' }] })
  })

  test('a history is bounded, and cut off where it is asked to be', async () => {
    const log = await openLog({ observationsPerConnection: 4 })
    for (let n = 1; n <= 6; n += 1) await record(log, seen('c1', `S${n}`, n))
    const told = async (limit: number) => {
      const { changes, hasMore } = await log.history('company', 'c1', limit)
      return [...changes.map(({ to }) => to), hasMore]
    }
    expect(await told(9)).toEqual(['S6', 'S5', 'S4', 'S3', false])
    expect(await told(4)).toEqual(['S6', 'S5', 'S4', 'S3', false])
    expect(await told(3)).toEqual(['S6', 'S5', 'S4', true])
    await record(log, seen('c1', 'S0', 0))
    expect(await told(9)).toEqual(['S6', 'S5', 'S4', 'S3', false])
  })

  test('nothing is left of a company that was erased, and its readers start anew', async () => {
    const log = await openLog()
    const start = await startOf(log)
    await record(log, seen('c1', 'PENDING', 1))
    await record(log, { ...seen('c2', 'PENDING', 1), companyId: 'other' })
    const seenAll = await startOf(log)
    await log.eraseCompany('company')
    expect(await log.find('c1')).toBeNull()
    expect((await log.latest('company')).connections.size).toBe(0)
    expect(await log.history('company', 'c1', 9)).toEqual({ changes: [], hasMore: false })
    for (const cursor of [start, seenAll]) {
      expect(await log.read('company', cursor, 9)).toMatchObject({ state: 'reset' })
    }
    expect(await log.read('other', start, 9)).toMatchObject({ changes: [{ connectionId: 'c2' }] })
    const fresh = await startOf(log)
    expect(await record(log, seen('c1', 'CONNECTED', 2))).toMatchObject({ from: null })
    expect(await changesAfter(log, fresh)).toHaveLength(1)
    expect(await log.read('company', seenAll, 9)).toMatchObject({ state: 'reset' })
  })

  test('who listens is told of its company, until it leaves', async () => {
    const log = await openLog()
    let [mine, others, left] = [0, 0, 0]
    log.subscribe('company', () => {
      mine += 1
    })
    log.subscribe('other', () => {
      others += 1
    })
    log.subscribe('company', () => {
      left += 1
    })()
    // A log may give a hint when it has just begun to listen.
    await record(log, seen('c1', 'PENDING', 1))
    await until(() => mine > 0)
    const before = mine
    await record(log, seen('c1', 'CONNECTED', 2))
    await until(() => mine > before)
    expect([others <= 1, left]).toEqual([true, 0])
  })
}
