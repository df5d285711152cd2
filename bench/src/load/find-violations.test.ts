import { expect, test } from 'vitest'
import { findViolations } from './find-violations.ts'

const change = (position: number, to: string) => ({
  ...{ cursor: `epoch.${position}`, eventId: `e${position}`, companyId: 'company', connectionId: 'c1' },
  ...{ from: null, to, at: '2026-01-01T00:00:00Z', source: 'webhook' as const },
})
const changes = [change(1, 'PENDING'), change(2, 'CONNECTED')]
const good = {
  plan: { truth: new Map([['c1', 'CONNECTED']]), documents: ['d1'], companies: ['company'] },
  told: changes,
  reader: {
    companyId: 'company',
    seen: ['epoch.1', 'epoch.2'],
    statuses: new Map([['c1', 'CONNECTED']]),
    resets: 0,
  },
  effects: ['e1', 'e2', 'd1'],
}
const check = (other: Partial<typeof good>) => {
  const { plan, told, reader, effects } = { ...good, ...other }
  return findViolations(plan, new Map([['company', told]]), [reader], { effects: new Set(effects) })
}

test('finds nothing where nothing is wrong', () => {
  expect(check({})).toEqual([])
})

test.each([
  ['a lost change', { told: changes.slice(0, 1) }, /the log says PENDING/],
  [
    'an event that counted twice',
    { told: [...changes, { ...change(3, 'CONNECTED'), eventId: 'e2' }] },
    /more than one/,
  ],
  ['a missing effect', { effects: ['e1', 'd1'] }, /e2 had no effect/],
  ['a document without effect', { effects: ['e1', 'e2'] }, /d1 had no effect/],
  ['a gap', { reader: { ...good.reader, seen: ['epoch.2'] } }, /saw 1 changes/],
  ['a repetition', { reader: { ...good.reader, seen: ['epoch.1', 'epoch.1', 'epoch.2'] } }, /saw 3 changes/],
  ['another order', { reader: { ...good.reader, seen: ['epoch.2', 'epoch.1'] } }, /not exactly/],
  [
    'a wrong status',
    { reader: { ...good.reader, statuses: new Map([['c1', 'PENDING']]) } },
    /1 wrong status/,
  ],
  ['a reset', { reader: { ...good.reader, resets: 1 } }, /start anew/],
])('finds %s', (_, other, expected) => {
  expect(check(other).join('\n')).toMatch(expected)
})
