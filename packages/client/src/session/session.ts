import type { CreateInvitationRequest } from '@nectar-connect/contract'
import { ConnectError } from '../connect-error.ts'
import { createSubject, type Observable } from '../observable.ts'
import type { SessionEnvironment } from './environment.ts'
import type { SessionEvent } from './event.ts'
import { openInvitation } from './open-invitation.ts'
import { isOpened, type OpenInvitation, type Phase, type Purpose, type SubmittedConnection } from './phase.ts'
import { provedConnections, reduce, wasUsed } from './reduce.ts'
import { type InvitationWatch, watchInvitation } from './watch-invitation.ts'

/** How long a frame may take for its first load, in milliseconds. */
const LOAD_TIMEOUT_MS = 30_000

/** How long before the deadline the customer is warned, in milliseconds. */
const WARNING_MS = 120_000

export interface SessionSubmission {
  purpose: Purpose
  connections: readonly SubmittedConnection[]
}

/** The host's own data for its invitation policy. */
export type SessionInput = Record<string, unknown> | undefined

/** One embedded session: the phase, what the customer can do, and the effects behind it. */
export interface Session {
  readonly phase: Observable<Phase>
  open(purpose: Purpose): void
  /** Agrees to the intro and asks for an invitation. A reconnect may bring a newer baseline. */
  consent(purpose?: Purpose): void
  /** Opens without intro: consent was given a moment ago. */
  tryAgain(purpose: Purpose): void
  retry(): void
  renew(): void
  close(): void
  /** What the frame has to tell. */
  frameLoaded(invitationId: string): void
  frameTouched(invitationId: string): void
  frameFailed(invitationId: string, error: ConnectError): void
  tabOpened(invitationId: string): void
  /** A reason to look sooner. It proves nothing. */
  hint(invitationId: string): void
  /** What goes with the invitations that are asked for from now on. */
  setInput(input: SessionInput): void
  /** Milliseconds left of the invitation on screen; null: none, or it never expires. */
  remainingMs(): number | null
  /** Told once an invitation, when its use is proved: also when the customer closed a moment before. */
  onSubmitted(listener: (submission: SessionSubmission) => void): () => void
  /** Ends timers and watches. An unused invitation is revoked. */
  dispose(): void
}

/**
 * Runs a session: feeds the reducer, and does what entering a phase asks for.
 *
 * @example
 * const session = createSession(browserEnvironment(client))
 * session.open({ kind: 'contributor' })
 */
export function createSession(environment: SessionEnvironment): Session {
  const { client, clock } = environment
  const phase = createSubject<Phase>({ name: 'idle' })
  const submissionListeners = new Set<(submission: SessionSubmission) => void>()
  let input: SessionInput
  let watched: { id: string; watch: InvitationWatch; cancelTimers: () => void } | null = null

  function dispatch(event: SessionEvent) {
    const before = phase.get()
    const after = reduce(before, event)
    if (after === before) return
    phase.set(after)
    enter(before, after)
  }

  function enter(before: Phase, after: Phase) {
    const wasShown = isOpened(before) ? before.invitation : null
    const isShown = isOpened(after) ? after.invitation : null
    if (wasShown && wasShown.id !== isShown?.id) endWatch()
    if (isShown && watched?.id !== isShown.id) startWatch(isShown)
    switch (after.name) {
      case 'requesting':
        mint(after)
        if (wasShown && after.reason === 'renew') abandon({ purpose: after.purpose, invitation: wasShown })
        break
      case 'checking':
        watched?.watch.look()
        break
      case 'submitted':
        announce({ purpose: after.purpose, connections: after.connections })
        break
      case 'failed':
        if (wasShown) abandon({ purpose: after.purpose, invitation: wasShown })
        break
      case 'closed':
        if (after.left) abandon(after.left)
        break
    }
  }

  function mint({ attemptId, purpose, reason }: Extract<Phase, { name: 'requesting' }>) {
    const common = { attemptId, reason, ...(input === undefined ? {} : { input }) }
    const request: CreateInvitationRequest =
      purpose.kind === 'reconnect'
        ? { kind: 'reconnect', connectionId: purpose.connectionId, ...common }
        : { kind: 'contributor', ...common }
    client.createInvitation(request).then(
      (ticket) => {
        let invitation: OpenInvitation
        try {
          invitation = openInvitation(ticket, clock.now(), environment.ownOrigin())
        } catch (error) {
          void client.revokeInvitation(ticket.id).catch(ignore)
          return fail(attemptId, error)
        }
        dispatch({ type: 'minted', attemptId, invitation })
        if (!isShown(invitation.id)) void client.revokeInvitation(invitation.id).catch(ignore)
      },
      (error: unknown) => fail(attemptId, error),
    )
  }

  function fail(attemptId: string, error: unknown) {
    const typed = ConnectError.is(error) ? error : new ConnectError('internal_error', { cause: error })
    dispatch({ type: 'mint_failed', attemptId, error: typed })
  }

  function isShown(invitationId: string) {
    const current = phase.get()
    return isOpened(current) && current.invitation.id === invitationId
  }

  function startWatch(invitation: OpenInvitation) {
    const { id } = invitation
    const watch = watchInvitation(environment, id, (result) =>
      dispatch(
        'view' in result
          ? {
              type: 'invitation_read',
              view: result.view,
              at: environment.today().toISOString(),
              freshAttemptId: environment.createId(),
            }
          : { type: 'watch_failed', invitationId: id, error: result.error },
      ),
    )
    const cancels = [
      environment.setTimer(() => {
        if (phase.get().name === 'loading') {
          dispatch({ type: 'frame_failed', invitationId: id, error: new ConnectError('frame_timeout') })
        }
      }, LOAD_TIMEOUT_MS),
      ...(invitation.deadline === null ? [] : armDeadline(id, invitation.deadline)),
    ]
    watched = { id, watch, cancelTimers: () => cancels.forEach((cancel) => void cancel()) }
  }

  function armDeadline(invitationId: string, deadline: number) {
    return [
      at(deadline - WARNING_MS, () => dispatch({ type: 'deadline_near', invitationId })),
      at(deadline, () => dispatch({ type: 'deadline_passed', invitationId })),
    ]
  }

  /** Calls back once when the session's clock has reached `moment`, however often its timer has to be set again. */
  function at(moment: number, callback: () => void): () => void {
    let cancelTimer = environment.setTimer(look, moment - clock.now())
    const endReturn = environment.onReturn(look)
    return end

    function look() {
      cancelTimer()
      const left = moment - clock.now()
      if (left > 0) {
        cancelTimer = environment.setTimer(look, left)
        return
      }
      end()
      callback()
    }

    function end() {
      cancelTimer()
      endReturn()
    }
  }

  function endWatch() {
    watched?.watch.end()
    watched?.cancelTimers()
    watched = null
  }

  /** The customer left. One last look, since the details may have gone in a moment ago; if not, it is revoked. */
  function abandon(left: { purpose: Purpose; invitation: OpenInvitation }) {
    client
      .getInvitation(left.invitation.id)
      .then((view) => {
        if (wasUsed(left, view)) {
          announce({ purpose: left.purpose, connections: provedConnections(left.purpose, view) })
        } else if (view.status === 'ACTIVE') {
          return client.revokeInvitation(left.invitation.id)
        }
        return undefined
      }, ignore)
      .catch(ignore)
  }

  function announce(submission: SessionSubmission) {
    for (const listener of [...submissionListeners]) listener(submission)
  }

  return {
    phase,
    open: (purpose) => dispatch({ type: 'open', purpose, skipIntro: null }),
    tryAgain: (purpose) =>
      dispatch({ type: 'open', purpose, skipIntro: { attemptId: environment.createId() } }),
    consent(purpose) {
      const current = phase.get()
      if (current.name !== 'intro') return
      dispatch({ type: 'consent', attemptId: environment.createId(), purpose: purpose ?? current.purpose })
    },
    retry: () => dispatch({ type: 'retry', attemptId: environment.createId() }),
    renew: () => dispatch({ type: 'renew', attemptId: environment.createId() }),
    close: () => dispatch({ type: 'close' }),
    frameLoaded: (invitationId) => dispatch({ type: 'frame_loaded', invitationId }),
    frameTouched: (invitationId) => dispatch({ type: 'frame_touched', invitationId }),
    frameFailed: (invitationId, error) => dispatch({ type: 'frame_failed', invitationId, error }),
    tabOpened: (invitationId) => dispatch({ type: 'tab_opened', invitationId }),
    hint(invitationId) {
      if (watched?.id === invitationId) watched.watch.look()
    },
    setInput(next) {
      input = next
    },
    remainingMs() {
      const current = phase.get()
      if (!isOpened(current) || current.invitation.deadline === null) return null
      return Math.max(0, current.invitation.deadline - clock.now())
    },
    onSubmitted(listener) {
      submissionListeners.add(listener)
      return () => submissionListeners.delete(listener)
    },
    dispose() {
      dispatch({ type: 'close' })
      endWatch()
    },
  }
}

/** For what is done as a courtesy: an invitation that cannot be revoked runs out by itself. */
function ignore() {}
