import fc from 'fast-check'
import { ConnectError } from '../lib/connect-error.ts'
import type { ConnectPhase, OpenedPhase } from '../session/phase.ts'
import { MAX_SILENT_RENEWALS } from '../session/reduce-page.ts'
import {
  AT,
  CONTRIBUTOR,
  DEADLINE,
  failed,
  intro,
  invitation,
  opened,
  page,
  RECONNECT,
  requesting,
} from './phases.ts'

export const anyIntent = fc.constantFrom(CONTRIBUTOR, RECONNECT)

const somePage = fc
  .record({
    intent: anyIntent,
    invitation: fc.record({ deadline: fc.constantFrom(DEADLINE, DEADLINE, DEADLINE, null) }).map(invitation),
    display: fc.constantFrom('frame' as const, 'frame' as const, 'tab' as const, 'both' as const),
    touched: fc.boolean(),
    viewed: fc.boolean(),
    renewals: fc.constantFrom(0, MAX_SILENT_RENEWALS - 1, MAX_SILENT_RENEWALS),
    connectivityError: fc.constantFrom(null, null, null, new ConnectError('network')),
  })
  // Whoever opened a tab, did something.
  .map((fields) => page({ ...fields, touched: fields.touched || fields.display !== 'frame' }))

const openedName = fc.constantFrom<OpenedPhase['status'][]>('loading', 'open', 'open', 'expiring', 'checking')

/** Starts anywhere: from idle, chance alone seldom gets as far as an open page. */
export const anyPhase: fc.Arbitrary<ConnectPhase> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(openedName, somePage).map(([name, held]) => opened(name, held)) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        intent: anyIntent,
        reason: fc.constantFrom('first' as const, 'renewal' as const, 'expired' as const),
        mustExpireAfter: fc.constantFrom(null, DEADLINE),
        staleResponses: fc.constantFrom(0, 1, 2),
        renewals: fc.constantFrom(0, MAX_SILENT_RENEWALS),
      })
      .map(requesting),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        intent: anyIntent,
        request: fc.constantFrom(
          null,
          { idempotencyKey: 'a-1', reason: 'first' as const, mustExpireAfter: null },
          { idempotencyKey: 'a-1', reason: 'renewal' as const, mustExpireAfter: DEADLINE },
        ),
        retryAt: fc.constantFrom(null, DEADLINE),
      })
      .map((fields) => failed(new ConnectError('network'), fields)),
  },
  {
    weight: 3,
    arbitrary: somePage
      .filter(({ display }) => display !== 'tab')
      .map((held) => failed(new ConnectError('frame_blocked'), { intent: held.intent, page: held })),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<ConnectPhase[]>(
      { status: 'idle' },
      { status: 'idle' },
      intro(),
      intro({ pendingRetry: failed(new ConnectError('rate_limited'), { retryAt: DEADLINE }) }),
      { status: 'expired', intent: CONTRIBUTOR, cause: 'time' },
      { status: 'expired', intent: RECONNECT, cause: 'interrupted' },
      { status: 'submitted', intent: CONTRIBUTOR, invitationId: 'i-1', connections: [], at: AT },
      { status: 'closedByNectar', intent: CONTRIBUTOR, reason: 'revoked' },
      { status: 'closed', pendingRetry: null },
    ),
  },
)
