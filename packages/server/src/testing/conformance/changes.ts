import { expect, test } from 'vitest'
import { changesAfter, record, START, type Suite, seen, startOf } from './log-suite.ts'

/** What an observation changes. */
export function describeChanges({ openLog, advance }: Suite) {
  test('a change has everything that its observation had, and where it came from', async () => {
    const log = await openLog()
    await record(log, { ...seen('c1', 'PENDING', 1), from: 'CONNECTED' })
    const change = await record(log, seen('c1', 'PASSWORD_INCORRECT', 2, 'e2'))
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
    const { cursor } = await log.read('company', null, 9)
    expect(change?.cursor).toBe(cursor)
    const { changes } = await log.history('company', 'c1', 9)
    expect(changes[0]).toEqual(change)
    expect(changes[1]).toMatchObject({ from: 'CONNECTED', to: 'PENDING' })
  })

  test('two events of one change make one, whichever comes first', async () => {
    for (const [first, second] of [
      ['updated', 'validated'],
      ['validated', 'updated'],
    ] as const) {
      const log = await openLog()
      const start = await startOf(log)
      await record(log, seen('c1', 'CONNECTED', 1, first))
      expect(await record(log, seen('c1', 'CONNECTED', 1, second))).toBeNull()
      expect(await changesAfter(log, start)).toHaveLength(1)
      expect((await log.history('company', 'c1', 9)).changes).toHaveLength(1)
    }
  })

  test('an event that comes late takes its place in the history, and changes nothing newer', async () => {
    const log = await openLog()
    await record(log, seen('c1', 'PENDING', 1))
    await record(log, seen('c1', 'CONNECTED', 3))
    const start = await startOf(log)
    expect(await record(log, seen('c1', 'WEBSITE_DOWN', 2))).toBeNull()
    expect(await changesAfter(log, start)).toEqual([])
    expect(await log.find('c1')).toMatchObject({ status: 'CONNECTED' })
    expect((await log.history('company', 'c1', 9)).changes.map(({ from, to }) => [from, to])).toEqual([
      ['WEBSITE_DOWN', 'CONNECTED'],
      ['PENDING', 'WEBSITE_DOWN'],
      [null, 'PENDING'],
    ])
  })

  test('a starting point is known and told, but changes nothing', async () => {
    const log = await openLog()
    const start = await startOf(log)
    expect(await record(log, { ...seen('c1', 'CONNECTED', 1), quiet: true })).toBeNull()
    expect(await changesAfter(log, start)).toEqual([])
    expect((await log.history('company', 'c1', 9)).changes).toMatchObject([{ to: 'CONNECTED', cursor: null }])
    expect(await record(log, seen('c1', 'WEBSITE_DOWN', 2))).toMatchObject({ from: 'CONNECTED' })
  })

  test('what is said not to have changed is no change', async () => {
    const log = await openLog()
    expect(await record(log, { ...seen('c1', 'CONNECTED', 1), from: 'CONNECTED' })).toBeNull()
    expect(await log.find('c1')).toMatchObject({ companyId: 'company', status: 'CONNECTED' })
  })

  test('the newest statuses of a company, its connections only, and when the log began', async () => {
    const log = await openLog()
    expect(await log.latest('company')).toEqual({ startedAt: START, connections: new Map() })
    advance(1_000)
    await record(log, seen('c1', 'PENDING', 1))
    await record(log, seen('c1', 'CONNECTED', 2, 'e2'))
    await record(log, { ...seen('c2', 'PENDING', 1), companyId: 'other' })
    expect(await log.latest('company')).toEqual({
      startedAt: START,
      connections: new Map([['c1', { status: 'CONNECTED', order: seen('c1', '', 2, 'e2').order }]]),
    })
    expect(await log.find('c2')).toMatchObject({ companyId: 'other', status: 'PENDING' })
    expect(await log.find('c3')).toBeNull()
  })
}
