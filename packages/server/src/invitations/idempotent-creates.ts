import { isSameId, type NectarInvitation } from '@nectar-connect/contract/nectar'
import type { ErrorCode } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { nectarDeadline, withDeadline } from '../lib/with-deadline.ts'

/** A request for one invitation: whose it is, its key, and a digest of what was asked. */
export interface CreateRequest {
  companyId: string
  userId: string
  idempotencyKey: string
  digest: string
}

interface Attempt extends CreateRequest {
  startedAt: number
  /** `spent`: an invitation may exist, so that this request is never sent again. */
  phase: 'preparing' | 'sent' | 'created' | 'spent'
  /** Once it is created. */
  invitation: NectarInvitation | null
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

export type IdempotentCreates = ReturnType<typeof createIdempotentCreates>

/** The requests so far, so that a repeated call creates one invitation. In memory, for 24 hours, 10 000 at most. */
export function createIdempotentCreates(
  { now, timers }: Pick<Core, 'now' | 'timers'>,
  timeoutMs: number,
  capacity = CAPACITY,
) {
  const attempts = new Map<string, Attempt>()

  function start(
    key: string,
    request: CreateRequest,
    create: (onSend: () => void) => Promise<NectarInvitation>,
  ): Attempt {
    makeRoom()
    let markUnderWay = () => {}
    const attempt: Attempt = {
      ...request,
      startedAt: now(),
      phase: 'preparing',
      invitation: null,
      underWay: new Promise((resolve) => {
        markUnderWay = resolve
      }),
      outcome: Promise.resolve().then(run),
    }
    async function run() {
      try {
        const invitation = await create(() => {
          attempt.phase = 'sent'
          markUnderWay()
        })
        Object.assign(attempt, { phase: 'created', invitation })
        return invitation
      } catch (error) {
        if (attempt.phase === 'preparing' || isKnownNotCreated(error)) attempts.delete(key)
        else attempt.phase = 'spent'
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

  function makeRoom() {
    for (const [key, { phase, startedAt }] of attempts) {
      if (phase === 'preparing' || phase === 'sent') continue
      if (now() - startedAt <= KEEP_MS && attempts.size < capacity) return
      attempts.delete(key)
    }
    if (attempts.size >= capacity) throw new NectarConnectError('rate_limited', { retryAfterMs: timeoutMs })
  }

  return {
    /**
     * The invitation of this request. The first call creates it; the others wait for it.
     *
     * @param create Calls `onSend` right before the one request that can make it.
     * @throws NectarConnectError `idempotency_conflict`, `nectar_timeout` (creating it goes on), or why it failed.
     */
    async fulfill(
      request: CreateRequest,
      create: (onSend: () => void) => Promise<NectarInvitation>,
    ): Promise<NectarInvitation> {
      const key = JSON.stringify([request.companyId, request.userId, request.idempotencyKey])
      const known = attempts.get(key)
      if (known && known.digest !== request.digest) throw new NectarConnectError('idempotency_conflict')
      const attempt = known ?? start(key, request, create)
      await attempt.underWay
      const invitation = await withDeadline(attempt.outcome, nectarDeadline(timers, timeoutMs))
      return attempt.invitation ?? invitation
    },
    /** Whether this process made the invitation for this user. */
    wasCreatedBy(user: { companyId: string; userId: string }, invitationId: string): boolean {
      return [...attempts.values()].some(
        ({ companyId, userId, invitation }) =>
          companyId === user.companyId && userId === user.userId && isSameId(invitation?.id, invitationId),
      )
    },
    /** Remembers what became of an invitation, so that a repeated call does not answer a stale status. */
    refresh(invitation: NectarInvitation): void {
      for (const attempt of attempts.values()) {
        if (attempt.invitation === null || !isSameId(attempt.invitation.id, invitation.id)) continue
        const { invitationUrl, token } = attempt.invitation
        attempt.invitation = { ...invitation, invitationUrl, token }
      }
    },
  }
}

/** Whether a failure proves that no invitation was left behind, so that the request can be tried again. */
export function isKnownNotCreated(error: unknown): boolean {
  return NectarConnectError.isInstance(error) && NOTHING_MADE.has(error.code)
}
