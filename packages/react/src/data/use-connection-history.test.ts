import { expect, test } from 'vitest'
import { changeOf } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { historyEntries } from './use-connection-history.ts'

const HOUR_MS = 3_600_000

function change(from: string | null, to: string, at: string) {
  return changeOf(connection(), to, { from, at })
}

test('each entry says what it was before and for how long, and when collection stopped', () => {
  const entries = historyEntries([
    change('CONNECTED', 'PASSWORD_INCORRECT', '2026-11-12T08:00:00Z'),
    change('PENDING', 'CONNECTED', '2026-11-12T05:00:00Z'),
    change(null, 'PENDING', '2026-11-12T00:00:00Z'),
  ])
  expect(
    entries.map(({ state, before, isPause }) => [
      state.words,
      before?.state.words,
      before?.lastedMs,
      isPause,
    ]),
  ).toEqual([
    ['PASSWORD_INCORRECT', 'CONNECTED', 3 * HOUR_MS, true],
    ['CONNECTED', 'PENDING', 5 * HOUR_MS, false],
    ['PENDING', undefined, undefined, false],
  ])
})

test('where something in between is missing, nobody says how long it lasted', () => {
  const entries = historyEntries([
    change('WEBSITE_DOWN', 'CONNECTED', '2026-11-12T08:00:00Z'),
    change('PENDING', 'CONNECTED', '2026-11-12T05:00:00Z'),
  ])
  expect(entries.map(({ before }) => before?.lastedMs)).toEqual([null, null])
})

test('from one pause to the next, collection does not stop again; an alias is the status that it stands for', () => {
  const [entry] = historyEntries([
    change('PASSWORD_INCORRECT', 'MFA_TOKEN_EXPIRED', '2026-11-12T08:00:00Z'),
    change('CONNECTED', 'INCORRECT_PASSWORD', '2026-11-12T05:00:00Z'),
  ])
  expect([entry?.isPause, entry?.before?.lastedMs]).toEqual([false, 3 * HOUR_MS])
})

test('a status that nobody knows is told by its name', () => {
  const [entry] = historyEntries([change('CONNECTED', 'PROVIDER_MIGRATION', '2026-11-12T08:00:00Z')])
  expect([entry?.state.words, entry?.state.status, entry?.isPause]).toEqual([
    'unknown',
    'PROVIDER_MIGRATION',
    false,
  ])
})
