import { isSameId, type NectarInvitation } from '@nectar-connect/contract/nectar'
import type { ErrorCode } from '@nectar-connect/contract/wire'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Timers } from '../lib/with-deadline.ts'
import { nectarDeadline, withDeadline } from '../lib/with-deadline.ts'

/** A request for one invitation: whose it is, its key, and a digest of what was asked. */
export interface CreateRequest {
  companyId: string
  userId: string
  idempotencyKey: string
  digest: string
}

/**
 * Makes the invitation. Calls `onSend` right before the one request that can make it: from then on, only a failure
 * that proves that nothing was made lets the request be tried again.
 */
export type CreateUpstream = (onSend: () => void) => Promise<NectarInvitation>

/** The requests so far, so that a repeated call creates one invitation. In memory, for 24 hours, 10 000 at most. */
export interface IdempotentCreates {
  /**
   * The invitation of this request. The first call creates it; the others wait for it.
   *
   * @throws NectarConnectError `idempotency_conflict`, `nectar_timeout` (creating it goes on), or why it failed.
   */
  fulfill(request: CreateRequest, create: CreateUpstream): Promise<NectarInvitation>
  /** Whether this process made the invitation for this user. */
  wasCreatedBy(user: { companyId: string; userId: string }, invitationId: string): boolean
  /** Remembers what became of an invitation, so that a repeated call does not answer a stale status. */
  refresh(invitation: NectarInvitation): void
}

type State =
  | { phase: 'preparing' }
  | { phase: 'sent' }
  | { phase: 'created'; invitation: NectarInvitation }
  /** An invitation may exist, so that this request is never sent again. */
  | { phase: 'spent' }

interface Attempt {
  digest: string
  companyId: string
  userId: string
  startedAt: number
  state: State
  outcome: Promise<NectarInvitation>
  /** Resolves once the request was sent or the attempt ended before that. */
  underWay: Promise<void>
}

const KEEP_MS = 24 * 3_600_000
const CAPACITY = 10_000

/** Failures that prove that no invitation was made, even after the request was sent. */
const NOTHING_MADE: ReadonlySet<ErrorCode> = new Set([
  'nectar_rejected_key',
  'nectar_rejected',
  'not_found',
  'rate_limited',
  'nectar_unavailable',
  'nectar_timeout',
  'not_configured',
  'host_error',
  // It was made, and revoked.
  'mail_not_sent',
])

export function createIdempotentCreates(deps: {
  now: () => number
  timers: Timers
  timeoutMs: number
  capacity?: number
}): IdempotentCreates {
  const attempts = new Map<string, Attempt>()

  const start = (key: string, request: CreateRequest, create: CreateUpstream): Attempt => {
    makeRoom()
    let markUnderWay = () => {}
    const underWay = new Promise<void>((resolve) => {
      markUnderWay = resolve
    })
    const { digest, companyId, userId } = request
    const attempt: Attempt = {
      digest,
      companyId,
      userId,
      startedAt: deps.now(),
      state: { phase: 'preparing' },
      underWay,
      outcome: Promise.resolve().then(run),
    }
    async function run() {
      try {
        const invitation = await create(() => {
          attempt.state = { phase: 'sent' }
          markUnderWay()
        })
        attempt.state = { phase: 'created', invitation }
        return invitation
      } catch (error) {
        if (attempt.state.phase === 'preparing' || isKnownNotCreated(error)) attempts.delete(key)
        else attempt.state = { phase: 'spent' }
        throw error
      } finally {
        markUnderWay()
      }
    }
    attempts.set(key, attempt)
    // Nobody may be waiting any more when it fails.
    attempt.outcome.catch(() => {})
    return attempt
  }

  const makeRoom = () => {
    for (const [key, attempt] of attempts) {
      if (isPending(attempt)) continue
      const isOld = deps.now() - attempt.startedAt > KEEP_MS
      if (!isOld && attempts.size < (deps.capacity ?? CAPACITY)) return
      attempts.delete(key)
    }
    if (attempts.size >= (deps.capacity ?? CAPACITY))
      throw new NectarConnectError('rate_limited', { retryAfterMs: deps.timeoutMs })
  }

  return {
    async fulfill(request, create) {
      const key = JSON.stringify([request.companyId, request.userId, request.idempotencyKey])
      const known = attempts.get(key)
      if (known && known.digest !== request.digest) throw new NectarConnectError('idempotency_conflict')
      const attempt = known ?? start(key, request, create)
      await attempt.underWay
      const invitation = await withDeadline(attempt.outcome, nectarDeadline(deps.timers, deps.timeoutMs))
      return attempt.state.phase === 'created' ? attempt.state.invitation : invitation
    },
    wasCreatedBy({ companyId, userId }, invitationId) {
      return [...attempts.values()].some(
        ({ state, ...owner }) =>
          owner.companyId === companyId &&
          owner.userId === userId &&
          state.phase === 'created' &&
          isSameId(state.invitation.id, invitationId),
      )
    },
    refresh(invitation) {
      for (const attempt of attempts.values()) {
        if (attempt.state.phase !== 'created') continue
        const { invitation: created } = attempt.state
        if (!isSameId(created.id, invitation.id)) continue
        const { invitationUrl, token } = created
        attempt.state = { phase: 'created', invitation: { ...invitation, invitationUrl, token } }
      }
    },
  }
}

function isPending({ state }: Attempt): boolean {
  return state.phase === 'preparing' || state.phase === 'sent'
}

/** Whether a failure proves that no invitation was left behind, so that the request can be tried again. */
export function isKnownNotCreated(error: unknown): boolean {
  return NectarConnectError.isInstance(error) && NOTHING_MADE.has(error.code)
}
