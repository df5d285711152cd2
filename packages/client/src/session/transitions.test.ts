import fc from 'fast-check'
import { expect, test } from 'vitest'
import text from '../../../../docs/session-life.md?raw'
import { ConnectError } from '../lib/connect-error.ts'
import { way } from '../testing/arbitrary-session.ts'
import {
  AT,
  CONTRIBUTOR,
  created,
  DEADLINE,
  failed,
  intro,
  invitation,
  MADE,
  opened,
  page,
  RECONNECT,
  read,
  requesting,
  tick,
  WARNING_MS,
} from '../testing/phases.ts'
import type { SessionEvent } from './event.ts'
import type { ConnectPhase } from './phase.ts'
import { MAX_STALE_RESPONSES, reduce } from './reduce.ts'
import { MAX_SILENT_RENEWALS } from './reduce-page.ts'

const NETWORK = new ConnectError('network')
const NOT_FOUND = new ConnectError('not_found')

const PAGES = [
  page(),
  page({ touched: true }),
  page({ renewals: MAX_SILENT_RENEWALS }),
  page({ connectivityError: NETWORK }),
  page({ display: 'tab', touched: true }),
  page({ display: 'both', touched: true }),
  page({ intent: RECONNECT }),
]

const PHASES: ConnectPhase[] = [
  { status: 'idle' },
  intro(),
  intro({ pendingRetry: failed(NETWORK, { retryAt: DEADLINE }) }),
  requesting(),
  requesting({ staleResponses: MAX_STALE_RESPONSES - 1, mustExpireAfter: DEADLINE }),
  ...PAGES.flatMap((held) =>
    (['loading', 'open', 'expiring', 'checking'] as const).map((name) => opened(name, held)),
  ),
  { status: 'expired', intent: CONTRIBUTOR, cause: 'time' },
  { status: 'expired', intent: CONTRIBUTOR, cause: 'interrupted' },
  { status: 'submitted', intent: CONTRIBUTOR, invitationId: 'i-1', connections: [], at: AT },
  { status: 'closedByNectar', intent: CONTRIBUTOR, reason: 'revoked' },
  failed(NETWORK),
  failed(NETWORK, {
    request: { idempotencyKey: 'a-1', reason: 'first', mustExpireAfter: null },
    retryAt: DEADLINE,
  }),
  failed(NETWORK, { page: page() }),
  { status: 'closed', pendingRetry: null },
]

const RESUMED = {
  type: 'resumed',
  intent: CONTRIBUTOR,
  invitation: { id: 'i-1', useCount: 0 },
  touched: true,
  isReload: true,
  wasRevoked: false,
  at: AT,
} as const

const READINGS = [
  {},
  { createdConnections: MADE },
  { status: 'REVOKED' },
  { status: 'FULFILLED' },
  { status: 'EXPIRED', expiresInMs: 0 },
]

const EVENTS: SessionEvent[] = [
  { type: 'open', intent: CONTRIBUTOR, skipIntro: null },
  { type: 'open', intent: RECONNECT, skipIntro: { idempotencyKey: 'a-9' } },
  { type: 'consent', idempotencyKey: 'a-1', intent: CONTRIBUTOR, now: 0 },
  created(),
  created({ invitation: invitation({ deadline: DEADLINE * 2 }) }),
  created({ status: 'EXPIRED' }),
  { type: 'create_failed', idempotencyKey: 'a-1', error: NETWORK, now: 0, nextIdempotencyKey: 'a-9' },
  {
    type: 'create_failed',
    idempotencyKey: 'a-1',
    error: new ConnectError('idempotency_conflict'),
    now: 0,
    nextIdempotencyKey: 'a-9',
  },
  { type: 'frame_loaded', invitationId: 'i-1' },
  { type: 'frame_touched', invitationId: 'i-1' },
  { type: 'frame_failed', invitationId: 'i-1', error: NETWORK },
  { type: 'tab_opened', invitationId: 'i-1' },
  { type: 'frame_reopened', invitationId: 'i-1' },
  ...READINGS.flatMap((said) => [read(said), read(said, { isVisible: false })]),
  { type: 'watch_failed', invitationId: 'i-1', error: NETWORK },
  { type: 'watch_failed', invitationId: 'i-1', error: NOT_FOUND },
  tick(0),
  tick(DEADLINE - WARNING_MS),
  tick(DEADLINE),
  { type: 'proved', intent: CONTRIBUTOR, invitationId: 'i-0', connections: [], at: AT },
  ...READINGS.map((said) => ({ ...RESUMED, view: read(said).view })),
  { type: 'renew', idempotencyKey: 'a-9' },
  { type: 'retry', idempotencyKey: 'a-9', now: DEADLINE },
  { type: 'close' },
]

/** A row of the table, or null where nothing changes that is a transition. */
function rowOf(before: ConnectPhase, event: SessionEvent, after: ConnectPhase): string | null {
  const isNewRequest =
    before.status === 'requesting' &&
    after.status === 'requesting' &&
    before.idempotencyKey !== after.idempotencyKey
  if (before.status === after.status && !isNewRequest) return null
  return `\`${before.status}\` | \`${event.type}\` | \`${after.status}\``
}

const TABLE = (text.split('## Every transition')[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

function documentedRows(): Set<string> {
  return new Set(
    TABLE.flatMap(([, from = '', event, to]) => from.split(', ').map((name) => `${name} | ${event} | ${to}`)),
  )
}

function reducedRows(): Set<string> {
  const rows = new Set<string>()
  for (const phase of PHASES) {
    for (const event of EVENTS) {
      const row = rowOf(phase, event, reduce(phase, event))
      if (row !== null) rows.add(row)
    }
  }
  return rows
}

function without(rows: Set<string>, known: Set<string>): string[] {
  return [...rows].filter((row) => !known.has(row))
}

test('docs/session-life.md lists every transition, and no other', () => {
  const documented = documentedRows()
  const reduced = reducedRows()
  expect({
    'rows to add to docs/session-life.md': without(reduced, documented),
    'rows to remove from docs/session-life.md': without(documented, reduced),
  }).toEqual({
    'rows to add to docs/session-life.md': [],
    'rows to remove from docs/session-life.md': [],
  })
})

test('each row says when', () => {
  const something = expect.stringMatching(/./)
  for (const row of TABLE) expect(row).toEqual(['', something, something, something, something, ''])
})

test('however a session goes, it takes no way outside the table', () => {
  const documented = documentedRows()
  fc.assert(
    fc.property(way, (steps) => {
      for (const { before, event, after } of steps) {
        const row = rowOf(before, event, after)
        if (row !== null && !documented.has(row)) throw new Error(`not in docs/session-life.md: ${row}`)
      }
    }),
    { numRuns: 5_000 },
  )
})

test('random ways find the transitions that the list of examples has', () => {
  const found = new Set<string>()
  for (const steps of fc.sample(way, { numRuns: 10_000, seed: 1 })) {
    for (const { before, event, after } of steps) {
      const row = rowOf(before, event, after)
      if (row !== null) found.add(row)
    }
  }
  expect(without(reducedRows(), found)).toEqual([])
})
