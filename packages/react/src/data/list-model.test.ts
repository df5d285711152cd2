import { expect, test } from 'vitest'
import { connection, MIXED } from '../testing/fixtures.ts'
import { countGroups, currentFilter, EVERYTHING, filterRows, listRows } from './list-model.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')

test('what needs somebody first, then the latest change, then always the same order', () => {
  const same = { statusAt: '2026-11-20T00:00:00Z' }
  const rows = listRows(
    [
      connection({ id: 'b', ...same }),
      connection({ id: 'a', ...same }),
      connection({ id: 'late', statusAt: '2026-11-21T00:00:00Z' }),
      connection({ id: 'broken', status: 'PASSWORD_INCORRECT', statusAt: '2026-01-01T00:00:00Z' }),
      connection({ id: 'dateless', statusAt: null, updatedAt: null, createdAt: null }),
    ],
    new Map(),
    NOW,
  )
  expect(rows.map((row) => row.connection.id)).toEqual(['broken', 'late', 'a', 'b', 'dateless'])
})

test('a new sign-in under way needs nobody, for 48 hours', () => {
  const broken = connection({ status: 'PASSWORD_INCORRECT' })
  const baseline = { status: broken.status, statusAt: broken.statusAt }
  const groupAt = (now: number) => {
    const pendingChecks = new Map([[broken.id, { since: '2026-11-24T12:00:00Z', baseline }]])
    return listRows([broken], pendingChecks, now)[0]?.state.group
  }
  expect([groupAt(NOW), groupAt(NOW + 47 * 3_600_000), groupAt(NOW + 49 * 3_600_000)]).toEqual([
    'waiting',
    'waiting',
    'needs-you',
  ])
})

test('groups are counted once each, in the order in which they matter', () => {
  expect(countGroups(listRows(MIXED, new Map(), NOW))).toEqual([
    { group: 'needs-you', size: 2 },
    { group: 'waiting', size: 1 },
    { group: 'healthy', size: 3 },
    { group: 'provider', size: 2 },
    { group: 'inactive', size: 1 },
    { group: 'unknown', size: 1 },
  ])
})

test('a search does not run over from one word to the next', () => {
  const rows = listRows(
    [connection({ providerName: 'Coast', sites: [{ id: 'x', name: 'Range' }] })],
    new Map(),
    NOW,
  )
  expect(filterRows(rows, { query: 'coastrange', group: null })).toEqual([])
  expect(filterRows(rows, { query: ' RANGE ', group: null })).toHaveLength(1)
})

test('a filter that cannot be seen any more hides nothing', () => {
  const rows = listRows(MIXED, new Map(), NOW)
  const waiting = { query: 'steam', group: 'waiting' as const }
  expect(currentFilter(rows, waiting)).toEqual(waiting)
  const withoutWaiting = rows.filter(({ state }) => state.group !== 'waiting')
  expect(currentFilter(withoutWaiting, waiting)).toEqual({ query: 'steam', group: null })
  expect(currentFilter(rows.slice(0, 6), waiting)).toEqual(EVERYTHING)
})
