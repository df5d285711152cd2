import type { ConnectionChange, ConnectionsResponse, ConnectionView } from '@nectar-connect/contract/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERYTHING } from '../testing/fake-backend.ts'
import { changeOf } from '../testing/fake-changes.ts'
import { SHARING } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { applyChanges, patchHistory } from './apply-changes.ts'
import { compareTimes } from './compare-times.ts'
import { keepNewer } from './keep-newer.ts'

/** The `n`th state of a connection. Several fall into one second, and reads have whole seconds. */
const statusOf = (n: number) => `S${n}`
const second = (n: number) => `2026-11-24T10:00:${String(Math.floor(n / 3)).padStart(2, '0')}`
const exact = (n: number) => `${second(n)}.${n % 3}00001Z`

const ID = connection().id

function view(n: number, overrides: Partial<ConnectionView> = {}): ConnectionView {
  return connection({ status: statusOf(n), statusAt: `${second(n)}.000Z`, updatedAt: null, ...overrides })
}

function answer(...connections: ConnectionView[]): ConnectionsResponse {
  return {
    connections,
    permissions: EVERYTHING,
    administratorNames: [],
    sharing: SHARING,
    liveUpdates: 'stream',
  }
}

function change(n: number): ConnectionChange {
  const [from, to] = [statusOf(n - 1), statusOf(n)]
  return { cursor: `e.${n}`, eventId: `m${n}`, connectionId: ID, from, to, at: exact(n), source: 'webhook' }
}

const shown = ({ connections }: ConnectionsResponse) => Number(connections[0]?.status.slice(1))

/** What the page goes through: changes come in their order, answers take as long as they take. */
const step = fc.oneof(
  fc.record({ do: fc.constant('happen' as const) }),
  fc.record({ do: fc.constant('stream' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constantFrom('ask' as const, 'answer' as const) }),
)

test('whatever the order of changes and answers, it never goes back, and ends with the newest', () => {
  let overtaken = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
      let server = 0
      let streamed = 0
      let known = answer(view(0))
      let asked: { before: ConnectionsResponse; reply: ConnectionsResponse; at: number } | null = null
      let floor = 0

      const arrive = () => {
        if (!asked) return
        const { before, reply, at } = asked
        asked = null
        if (at < shown(known)) overtaken++
        known = keepNewer(before, known, reply)
      }
      const stream = (count: number) => {
        const changes = Array.from({ length: Math.min(count, server - streamed) }, () => change(++streamed))
        known = applyChanges(known, changes)
      }

      for (const taken of steps) {
        if (taken.do === 'happen') server++
        else if (taken.do === 'stream') stream(taken.count)
        else if (taken.do === 'ask') asked ??= { before: known, reply: answer(view(server)), at: server }
        else arrive()
        // Within one second a change may be older than a read that has no digits; across seconds never.
        expect(Math.floor(shown(known) / 3)).toBeGreaterThanOrEqual(Math.floor(floor / 3))
        floor = Math.max(floor, shown(known))
      }
      arrive()
      stream(server)
      asked = { before: known, reply: answer(view(server)), at: server }
      arrive()
      expect(shown(known)).toBe(server)
    }),
    { numRuns: 1_000 },
  )
  expect(overtaken).toBeGreaterThan(20)
})

test('an answer that was asked for before a change of the same second does not undo it', () => {
  const before = answer(view(0))
  const known = applyChanges(before, [change(1)])
  expect(shown(keepNewer(before, known, answer(view(0))))).toBe(1)
})

test('one that was asked for after it counts, also when its time has fewer digits', () => {
  const known = applyChanges(answer(view(0)), [change(1)])
  expect(shown(keepNewer(known, known, answer(view(2))))).toBe(2)
})

test('a status that is older than the last touch of the connection is no news', () => {
  const known = answer(view(0, { updatedAt: '2026-11-24T11:00:00Z' }))
  expect(applyChanges(known, [change(1)])).toBe(known)
})

test('an answer dated by its last touch counts, though its status is dated earlier than a change that was found by reading', () => {
  const known = applyChanges(answer(view(0)), [{ ...change(1), at: '2026-11-24T11:00:00Z' }])
  const later = view(2, { updatedAt: '2026-11-24T12:00:00Z' })
  expect(shown(keepNewer(known, known, answer(later)))).toBe(2)
})

test('what only an answer knows comes from it, and what it no longer has is gone', () => {
  const other = connection({ id: '00000000-0000-4000-8000-000000000001' })
  const known = answer(view(5), other)
  const after = keepNewer(known, known, answer(view(2, { providerName: 'Renamed' })))
  expect(after.connections).toEqual([{ ...view(5), providerName: 'Renamed' }])
})

test('changes of others, and of nobody that is known, leave the very same object', () => {
  const known = answer(view(0))
  expect(applyChanges(known, [{ ...change(1), connectionId: 'b' }])).toBe(known)
})

test('since when it is so comes with the change, and stays with one that says the same again', () => {
  const known = applyChanges(answer(view(0, { statusSince: '2026-11-01T00:00:00Z' })), [change(1)])
  expect(known.connections[0]?.statusSince).toBe(exact(1))
  const again = applyChanges(known, [{ ...change(2), to: statusOf(1) }])
  expect(again.connections[0]).toMatchObject({ statusAt: exact(2), statusSince: exact(1) })
  expect(keepNewer(known, again, answer(view(0))).connections[0]?.statusSince).toBe(exact(1))
})

const earlier = changeOf(connection(), 'PENDING', { at: '2026-11-24T10:00:00Z' })
const later = changeOf(connection(), 'CONNECTED', { at: '2026-11-24T10:00:00.5Z' })

test('a change comes on top, once', () => {
  const known = patchHistory({ changes: [earlier], hasMore: true }, later)
  expect(known).toEqual({ changes: [later, earlier], hasMore: true })
  expect(patchHistory(known, later)).toBe(known)
})

test('one that belongs further down is left to the next reading', () => {
  const known = { changes: [later], hasMore: false }
  expect(patchHistory(known, { ...earlier, at: '2026-11-24T09:00:00Z' })).toBe(known)
})

test.each([
  ['2026-11-24T10:00:00Z', '2026-11-24T10:00:01Z', -1],
  ['2026-11-24T10:00:00.000002Z', '2026-11-24T10:00:00.000001Z', 1],
  ['2026-11-24T10:00:00.000001Z', '2026-11-24T10:00:00.000001Z', 0],
  ['2026-11-24T10:00:00.12Z', '2026-11-24T10:00:00.123Z', 0],
  ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00.900Z', 0],
  ['2026-11-24T10:00:00.000Z', '2026-11-24T10:00:00.900Z', 0],
  ['2026-11-24T10:00:00.9Z', '2026-11-24T10:00:01.1Z', -1],
  ['2026-11-24T12:00:00+02:00', '2026-11-24T10:00:01Z', -1],
  [null, '2026-11-24T10:00:01Z', -1],
  ['2026-11-24T10:00:01Z', null, 1],
  [null, null, 0],
])('%s and %s: %i', (a, b, order) => {
  expect(compareTimes(a, b)).toBe(order)
  expect(compareTimes(b, a) + order).toBe(0)
})
