import { describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
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
import { reduce } from './reduce.ts'
import { MAX_SILENT_RENEWALS } from './reduce-page.ts'

/** What `transitions.test.ts` leaves open: which fields a transition sets, and exactly when it is taken. */
type Row = [title: string, before: ConnectPhase, event: SessionEvent, after: object | 'unchanged']

function check(rows: Row[]) {
  test.each(rows)('%s', (_, before, event, after) => {
    const reduced = reduce(before, event)
    if (after === 'unchanged') expect(reduced).toBe(before)
    else expect(reduced).toMatchObject(after)
  })
}

const NETWORK = new ConnectError('network')
const BLOCKED = new ConnectError('frame_blocked')
const IDLE: ConnectPhase = { status: 'idle' }
const CLOSED: ConnectPhase = { status: 'closed', pendingRetry: null }
const EXPIRED: ConnectPhase = { status: 'expired', intent: CONTRIBUTOR, cause: 'time' }
const REVOKED: ConnectPhase = { status: 'closedByNectar', intent: CONTRIBUTOR, reason: 'revoked' }
const SUBMITTED = reduce(opened('open'), read({ createdConnections: MADE }))
/** The frame did not show its page, which is still good in a tab. */
const WAITING = failed(BLOCKED, { page: page({ renewals: 2 }) })
const TOUCHED = opened('open', { touched: true })
const IN_TAB = opened('expiring', { display: 'tab', touched: true })
const OPENED = ['loading', 'open', 'expiring', 'checking'] as const
const WORN_OUT = { renewals: MAX_SILENT_RENEWALS }

describe('opening', () => {
  const open: SessionEvent = { type: 'open', intent: CONTRIBUTOR, skipIntro: null }
  const underWay = [intro(), requesting(), ...OPENED.map((status) => opened(status))]
  const over = [IDLE, SUBMITTED, failed(NETWORK), EXPIRED, REVOKED, CLOSED]
  check([
    ...underWay.map((phase): Row => [`finds a session in ${phase.status}`, phase, open, 'unchanged']),
    ...over.map((phase): Row => [`starts over from ${phase.status}`, phase, open, intro()]),
    [
      'reconnects a connection that was just made, without intro',
      SUBMITTED,
      { type: 'open', intent: RECONNECT, skipIntro: { idempotencyKey: 'a-3' } },
      requesting({ intent: RECONNECT, reason: 'retry', idempotencyKey: 'a-3' }),
    ],
    ...[intro(), requesting(), opened('open'), SUBMITTED].map(
      (phase): Row => [`closing ends ${phase.status}`, phase, { type: 'close' }, CLOSED],
    ),
  ])
})

describe('a request', () => {
  const refuse = (error: ConnectError, idempotencyKey = 'a-1'): SessionEvent => ({
    type: 'create_failed',
    idempotencyKey,
    error,
    now: 1_000,
    nextIdempotencyKey: 'a-9',
  })
  const retry = (now = 1_000): SessionEvent => ({ type: 'retry', idempotencyKey: 'a-2', now })
  const conflict = new ConnectError('idempotency_conflict')
  const renewal = requesting({ reason: 'renewal', mustExpireAfter: 500_000 })
  const failure = reduce(renewal, refuse(NETWORK))
  const limited = reduce(requesting(), refuse(new ConnectError('rate_limited', { retryAfterMs: 30_000 })))
  const unknown = reduce(renewal, refuse(new ConnectError('outcome_unknown')))
  const another = { ...renewal, idempotencyKey: 'a-2', staleResponses: 1 }
  const forever = invitation({ deadline: null, warningMs: 0 })
  check([
    ['mounts an untouched page in a frame', requesting(), created(), opened('loading')],
    ['that failed is kept: its answer may be lost', renewal, refuse(NETWORK), { retryAt: null, page: null }],
    ['that failed is asked again as the same, and still has to outlast', failure, retry(), renewal],
    [
      'is another one where the host wants something else by now',
      renewal,
      refuse(conflict),
      { ...renewal, idempotencyKey: 'a-9', staleResponses: 1 },
    ],
    [
      'is given up where that happens too often',
      requesting({ staleResponses: 2 }),
      refuse(conflict),
      { status: 'failed', request: null },
    ],
    [
      'of which nobody knows what became is a decision',
      unknown,
      retry(),
      { status: 'requesting', reason: 'retry', idempotencyKey: 'a-2' },
    ],
    ['is not asked again before the server allows', limited, retry(30_999), 'unchanged'],
    ['is asked again when the server allows', limited, retry(31_000), { status: 'requesting' }],
    ['ignores a late answer', requesting(), created({ idempotencyKey: 'a-0' }), 'unchanged'],
    ['ignores a late failure', requesting(), refuse(NETWORK, 'a-0'), 'unchanged'],
    ['answered with an expired one', renewal, created({ status: 'EXPIRED' }), another],
    ['answered with a revoked one', renewal, created({ status: 'REVOKED' }), another],
    ['answered with a used one', renewal, created({ status: 'FULFILLED' }), another],
    ['answered with one that is over', renewal, created({ now: DEADLINE }), another],
    [
      'answered with one that lasts no longer',
      renewal,
      created({ invitation: invitation({ deadline: 500_000 }) }),
      another,
    ],
    [
      'answered with one that lasts longer by no more than answers differ',
      renewal,
      created({ invitation: invitation({ deadline: 502_000 }) }),
      another,
    ],
    [
      'answered with no use for the third time',
      requesting({ staleResponses: 2 }),
      created({ status: 'EXPIRED' }),
      { status: 'failed', error: { code: 'invitation_stale' }, request: null },
    ],
    [
      'answered with one that never expires, which outlasts everything',
      requesting({ mustExpireAfter: DEADLINE }),
      created({ invitation: forever }),
      { status: 'loading' },
    ],
  ])
})

describe('a page in a frame or a tab', () => {
  const tab: SessionEvent = { type: 'tab_opened', invitationId: 'i-1' }
  const back: SessionEvent = { type: 'frame_reopened', invitationId: 'i-1' }
  const blocked: SessionEvent = { type: 'frame_failed', invitationId: 'i-1', error: BLOCKED }
  const other = opened('open', { invitation: invitation({ id: 'i-2' }) })
  const both = opened('loading', { display: 'both', touched: true })
  const alone = opened('open', { display: 'tab', touched: true })
  const held = page({ touched: true, renewals: 2 })
  check([
    ...OPENED.map((status): Row => [`goes to a tab from ${status}`, opened(status), tab, alone]),
    ['that the frame could not show goes to a tab', WAITING, tab, { ...alone, renewals: 2 }],
    ['goes to a tab once', IN_TAB, tab, 'unchanged'],
    ['of another invitation goes nowhere', other, tab, 'unchanged'],
    ['comes back to the frame', IN_TAB, back, both],
    ['comes back once', both, back, 'unchanged'],
    ['leaves the frame again', both, tab, alone],
    ['that is in the frame stays', opened('open'), back, 'unchanged'],
    ['in a tab does not care about the frame', alone, blocked, 'unchanged'],
    ['that does not show is kept', opened('open', held), blocked, failed(BLOCKED, { page: held })],
    [
      'that does not show is given up by a retry',
      WAITING,
      { type: 'retry', idempotencyKey: 'a-3', now: 0 },
      requesting({ reason: 'retry', idempotencyKey: 'a-3' }),
    ],
  ])
})

describe('proof of use', () => {
  const reconnect = opened('open', { intent: RECONNECT })
  const usedBefore = opened('open', { intent: RECONNECT, invitation: invitation({ useCount: 3 }) })
  const submitted = { status: 'submitted' }
  const made = { createdConnections: MADE }
  const proved: SessionEvent = {
    type: 'proved',
    intent: CONTRIBUTOR,
    invitationId: 'i-0',
    connections: [],
    at: AT,
  }
  const late = { status: 'submitted', invitationId: 'i-0' }
  check([
    [
      'is a connection that was made, and no claim beyond',
      opened('open'),
      read({ status: 'FULFILLED', ...made }),
      {
        status: 'submitted',
        invitationId: 'i-1',
        connections: [{ id: 'c-1', providerName: 'Coast Range Gas' }],
        at: AT,
      },
    ],
    ['is not a page that was opened', opened('open'), read({ opened: true }), { status: 'open' }],
    [
      'is not an invitation used up without a connection',
      opened('open'),
      read({ status: 'FULFILLED', useCount: 1 }),
      { status: 'closedByNectar' },
    ],
    ['stays when it is revoked later', opened('open'), read({ status: 'REVOKED', ...made }), submitted],
    ['of a reconnect is a count that rose', reconnect, read({ useCount: 1 }), submitted],
    ['of a reconnect is that it is fulfilled', reconnect, read({ status: 'FULFILLED' }), submitted],
    ['of a reconnect is not the count of before', usedBefore, read({ useCount: 3 }), 'unchanged'],
    [
      'of a reconnect is more than the count of before',
      usedBefore,
      read({ useCount: 4 }),
      { status: 'submitted', connections: [{ id: 'c-1', providerName: null }] },
    ],
    [
      'is not a status that is not documented',
      opened('open'),
      read({ status: 'SUSPENDED' }),
      { status: 'open' },
    ],
    ['of a page in waiting is as good', WAITING, read(made), submitted],
    ['of another invitation changes nothing', opened('open'), read({ id: 'i-9', ...made }), 'unchanged'],
    ['of a page that just left counts in requesting', requesting(), proved, late],
    ['of a page that just left counts in loading', opened('loading'), proved, late],
    ['of a page that just left counts in open', opened('open'), proved, late],
    ['of a page that just left throws nobody out who works', TOUCHED, proved, 'unchanged'],
    ['is no more to come once revoked', opened('open'), read({ status: 'REVOKED' }), REVOKED],
    ['is no more to come once revoked in waiting', WAITING, read({ status: 'REVOKED' }), REVOKED],
  ])
})

describe('after a reload', () => {
  const RESUMED = {
    type: 'resumed',
    intent: CONTRIBUTOR,
    invitation: { id: 'i-1', useCount: 0 },
    touched: true,
    isReload: true,
    wasRevoked: false,
    view: read({ expiresInMs: DEADLINE }).view,
    at: AT,
  } as const
  const revoked = read({ status: 'REVOKED' }).view
  const used = read({ status: 'FULFILLED' }).view
  const made = { createdConnections: MADE }
  const interrupted = { status: 'expired', intent: CONTRIBUTOR, cause: 'interrupted' }
  check([
    ['used', IDLE, { ...RESUMED, view: { ...used, ...made } }, { status: 'submitted' }],
    ['used, and revoked', IDLE, { ...RESUMED, view: { ...revoked, ...made } }, { status: 'submitted' }],
    ['in the middle of it', IDLE, RESUMED, interrupted],
    ['in the middle of it, at the intro', intro(), RESUMED, interrupted],
    ['in the middle of it, and revoked', IDLE, { ...RESUMED, view: revoked, wasRevoked: true }, interrupted],
    ['revoked by somebody', IDLE, { ...RESUMED, view: revoked }, { status: 'closedByNectar' }],
    ['used up, with nothing to show', IDLE, { ...RESUMED, view: used }, { status: 'closedByNectar' }],
    ['untouched', IDLE, { ...RESUMED, touched: false }, 'unchanged'],
    ['not reloaded: the old page may come back', IDLE, { ...RESUMED, isReload: false }, 'unchanged'],
    ['under way again', requesting(), { ...RESUMED, view: revoked }, 'unchanged'],
  ])
})

describe('an invitation that expired', () => {
  const over = (isVisible = true) => read({ status: 'EXPIRED', expiresInMs: 0 }, { now: DEADLINE, isVisible })
  check([
    [
      'untouched, is replaced',
      opened('checking'),
      over(),
      { status: 'requesting', reason: 'expired', idempotencyKey: 'a-2', renewals: 1 },
    ],
    ['untouched, but hidden, waits', opened('open'), over(false), opened('checking')],
    ['untouched, once too often: the customer is asked', opened('open', WORN_OUT), over(), EXPIRED],
    ['under the hands of a customer is never swapped', TOUCHED, over(), EXPIRED],
    ['under the hands of a hidden customer neither', TOUCHED, over(false), EXPIRED],
    ['in waiting is offered no more', WAITING, over(), { ...WAITING, page: null }],
  ])
})

describe('Nectar’s word on the time left', () => {
  const told = (expiresInMs: number | null, now = 0) => read({ expiresInMs }, { now })
  const until = (deadline: number | null, status = 'open') => ({ status, invitation: { deadline } })
  const checking = opened('checking', { touched: true })
  const late = DEADLINE + 1_000
  check([
    ['later', opened('open'), told(DEADLINE + 3_600_000), until(DEADLINE + 3_600_000)],
    ['sooner', opened('open'), told(DEADLINE - 3_600_000), until(DEADLINE - 3_600_000)],
    ['never', opened('open'), told(null), until(null)],
    ['sooner by what answers differ', opened('open'), told(DEADLINE - 2_000), 'unchanged'],
    ['later by what answers differ', opened('open'), told(DEADLINE + 2_000), 'unchanged'],
    ['ends a check, though a moment is left', opened('checking'), told(1_000, late), until(late + 1_000)],
    [
      'takes a warning back',
      opened('expiring'),
      told(3_600_000, DEADLINE - 60_000),
      until(DEADLINE - 60_000 + 3_600_000),
    ],
    ['gives no warning', opened('open'), told(60_000), until(60_000)],
    ['keeps a warning', opened('expiring'), told(60_000, DEADLINE - 60_000), until(DEADLINE, 'expiring')],
    ['over, but not called so: checked again', checking, told(0, DEADLINE + 2_499), 'unchanged'],
    ['over, without doubt: believed', checking, told(0, DEADLINE + 2_500), EXPIRED],
    ['over long before it was counted: to be checked', opened('open'), told(0, 1_000), until(1_000)],
    [
      'reaches a page in waiting',
      WAITING,
      told(60_000),
      { status: 'failed', page: { invitation: { deadline: 60_000 } } },
    ],
  ])
})

describe('the clock', () => {
  const WARNING = DEADLINE - WARNING_MS
  const troubled = opened('open', { connectivityError: new ConnectError('unauthenticated') })
  const forever = opened('open', { invitation: invitation({ deadline: null, warningMs: 0 }) })
  const expiring = { status: 'expiring' }
  check([
    ['warns not before its time', TOUCHED, tick(WARNING - 1), 'unchanged'],
    ['warns of a touched page', TOUCHED, tick(WARNING), expiring],
    ['warns of a touched page that nobody sees', TOUCHED, tick(WARNING, false), expiring],
    [
      'replaces an untouched page by one that lasts longer',
      opened('open', { renewals: 1 }),
      tick(WARNING),
      requesting({ reason: 'renewal', idempotencyKey: 'a-2', mustExpireAfter: DEADLINE, renewals: 2 }),
    ],
    ['leaves an untouched page that nobody sees', opened('open'), tick(WARNING, false), 'unchanged'],
    ['warns of one that was replaced too often', opened('open', WORN_OUT), tick(WARNING), expiring],
    ['warns of one that nobody can say anything about', troubled, tick(WARNING), expiring],
    ['leaves a page that still loads', opened('loading'), tick(WARNING), 'unchanged'],
    ...(['loading', 'open', 'expiring'] as const).map(
      (status): Row => [`checks ${status} at its end`, opened(status), tick(DEADLINE), opened('checking')],
    ),
    ['leaves a page in waiting before its end', WAITING, tick(DEADLINE - 1), 'unchanged'],
    ['offers a page in waiting no more at its end', WAITING, tick(DEADLINE), { ...WAITING, page: null }],
    ['never ends what never expires', forever, tick(Number.MAX_SAFE_INTEGER), 'unchanged'],
  ])
})

describe('nobody can say how the page fares', () => {
  const fail = (error: ConnectError): SessionEvent => ({ type: 'watch_failed', invitationId: 'i-1', error })
  const gone = new ConnectError('not_found')
  const kept = (['unauthenticated', 'not_allowed', 'client_outdated'] as const).map((code): Row => {
    const connectivityError = new ConnectError(code)
    return [code, opened('expiring'), fail(connectivityError), opened('expiring', { connectivityError })]
  })
  check([
    ...kept,
    ['there is no such invitation: it ends', opened('open'), fail(gone), failed(gone)],
    ['there is no such invitation in waiting: it ends', WAITING, fail(gone), failed(gone)],
    ['a page in waiting keeps waiting', WAITING, fail(NETWORK), 'unchanged'],
    ['any good answer clears it', opened('open', { connectivityError: NETWORK }), read(), opened('open')],
  ])
})

describe('a fresh page that is asked for', () => {
  const renew: SessionEvent = { type: 'renew', idempotencyKey: 'a-3' }
  const lost = opened('checking', { touched: true, connectivityError: NETWORK })
  const longer = { status: 'requesting', mustExpireAfter: DEADLINE, idempotencyKey: 'a-3', renewals: 0 }
  check([
    ...(['open', 'expiring'] as const).map((status): Row => {
      const held = opened(status, { touched: true, renewals: 3 })
      return [`lasts longer than one in ${status}`, held, renew, { ...longer, reason: 'renewal' }]
    }),
    ['takes anything after the end', EXPIRED, renew, { ...longer, reason: 'expired', mustExpireAfter: null }],
    ['replaces one that nobody can say anything about', lost, renew, { ...longer, reason: 'expired' }],
    ['is not asked for while one loads', opened('loading'), renew, 'unchanged'],
    ['is not asked for while one is checked', opened('checking'), renew, 'unchanged'],
  ])
})
