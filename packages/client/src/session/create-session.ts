import type { InvitationView } from '@nectar-connect/contract/wire'
import { asConnectError, ConnectError } from '../lib/connect-error.ts'
import { createStore } from '../lib/store.ts'
import { createAnalytics } from './create-analytics.ts'
import type { SessionEnvironment } from './environment.ts'
import type { SessionEvent } from './event.ts'
import { createEventQueue } from './event-queue.ts'
import { type ActivePage, getActivePage, type Phase, warnAt } from './phase.ts'
import { getCreatedConnections, wasUsed } from './proof.ts'
import { reduce } from './reduce.ts'
import { type CreateRequest, requestInvitation, type SessionSettings } from './request-invitation.ts'
import { restoreSession } from './restore-session.ts'
import type { Session, SessionSubmission } from './session.ts'
import type { StoredSession } from './session-storage.ts'
import { type InvitationWatch, watchInvitation } from './watch-invitation.ts'

/** How long a frame may take for its first load, in milliseconds. */
const LOAD_TIMEOUT_MS = 30_000

/** Before the second and third answer is asked for, when the one before was of no use, in milliseconds. */
const STALE_DELAYS_MS = [0, 1_000, 4_000]

/**
 * Runs a session: feeds the reducer, and does what a transition asks for.
 *
 * @param place names the session among those of its page, over a reload
 * @example
 * const session = createSession(browserEnvironment(client), 'settings')
 * session.open({ kind: 'contributor' })
 */
export function createSession(environment: SessionEnvironment, sessionName: string): Session {
  const { client, clock, stored } = environment
  const phase = createStore<Phase>({ name: 'idle' })
  const submissionListeners = new Set<(submission: SessionSubmission) => void>()
  const analytics = createAnalytics(environment)
  const announced = new Set<string>()
  let settings: SessionSettings = {}
  let watched: { id: string; watch: InvitationWatch; end: () => void } | null = null
  let cancelTick = () => {}
  let cancelAsk = () => {}
  let cancelLoad = () => {}
  let endFollowing = () => {}
  /** What a listener asks for in answer to an event waits until the effects of that one are done. */
  const dispatch = createEventQueue(handle)

  function handle(event: SessionEvent) {
    const before = phase.get()
    const after = reduce(before, event)
    if (after !== before) {
      phase.set(after)
      analytics.count(before, after, settings.placement ?? 'custom')
      enter(before, after, event)
      if (event.type !== 'tick') tick()
    }
    if (event.type === 'tick') setTick()
    if (event.type === 'minted' && getActivePage(after)?.invitation.id !== event.invitation.id) {
      revoke(event.invitation.id)
    }
  }

  function enter(before: Phase, after: Phase, event: SessionEvent) {
    const left = getActivePage(before)
    const held = getActivePage(after)
    if (left && left.invitation.id !== held?.invitation.id) leave(left, event)
    if (held) hold(held)
    if (before.name === 'loading' && after.name !== 'loading') cancelLoad()
    if (after.name === 'loading' && before.name !== 'loading') cancelLoad = awaitLoad(after)
    if (!isBeforeAll(after)) endFollowing()
    if (before.name === 'requesting' && !isSameWish(after, before)) cancelAsk()
    if (after.name === 'requesting' && !isSameWish(before, after)) mint(after)
    if (after.name === 'checking' && before.name !== 'checking') watched?.watch.look()
    if (after.name === 'submitted') announce(after.invitationId, after)
  }

  function tick() {
    dispatch({
      type: 'tick',
      now: clock.now(),
      isVisible: environment.isVisible(),
      freshAttemptId: environment.createId(),
    })
  }

  function setTick() {
    cancelTick()
    const page = getActivePage(phase.get())
    const now = clock.now()
    const moments = page ? [warnAt(page.invitation), page.invitation.deadline] : []
    const next = Math.min(...moments.map((moment) => (moment !== null && moment > now ? moment : Infinity)))
    cancelTick = next === Infinity ? () => {} : environment.setTimer(tick, next - now)
  }

  function mint(wish: CreateRequest) {
    const delay = STALE_DELAYS_MS[wish.staleResponses] ?? 0
    if (delay === 0) void ask(wish)
    else cancelAsk = environment.setTimer(() => void ask(wish), delay)
  }

  async function ask(wish: CreateRequest) {
    const { attemptId } = wish
    const answer = await requestInvitation(environment, wish, settings).catch(asConnectError)
    const now = clock.now()
    const about = { attemptId, now, freshAttemptId: environment.createId() }
    if (ConnectError.is(answer)) return dispatch({ type: 'mint_failed', error: answer, ...about })
    const { invitation, status } = answer
    dispatch({ type: 'minted', invitation, status, ...about })
  }

  /** Watches what the session answers for, and keeps its id over a reload. */
  function hold(page: ActivePage) {
    keep(page, false)
    const { id } = page.invitation
    if (watched?.id === id) return
    const watch = watchInvitation(environment, id, (result) =>
      'view' in result
        ? readInvitation(result.view)
        : dispatch({ type: 'watch_failed', invitationId: id, error: result.error }),
    )
    const ends = [watch.end, environment.onReturn(tick), environment.onLeave(revokeOnPageLeave)]
    watched = { id, watch, end: () => ends.forEach((end) => void end()) }
  }

  /** Each time that a frame is mounted: also when the page comes back from a tab. */
  function awaitLoad({ invitation: { id: invitationId } }: ActivePage) {
    return environment.setTimer(
      () => dispatch({ type: 'frame_failed', invitationId, error: new ConnectError('frame_timeout') }),
      LOAD_TIMEOUT_MS,
    )
  }

  function readInvitation(view: InvitationView) {
    const before = getActivePage(phase.get())
    dispatch({
      type: 'invitation_read',
      view,
      at: environment.today().toISOString(),
      now: clock.now(),
      isVisible: environment.isVisible(),
      freshAttemptId: environment.createId(),
    })
    // What is left of a link that has done its work in the frame is nobody's.
    const isDone = phase.get().name === 'submitted' && before?.placement === 'frame'
    if (isDone && view.status === 'ACTIVE') revoke(view.id)
  }

  function keep({ invitation, purpose, placement, touched }: ActivePage, wasRevoked: boolean) {
    const { id: invitationId, useCount } = invitation
    stored.keep(sessionName, {
      invitationId,
      useCount,
      purpose,
      placement,
      touched,
      wasRevoked,
      ...analytics.kept(),
    })
  }

  /** The host's page is being left. A page in a tab of its own goes on. */
  function revokeOnPageLeave() {
    const page = getActivePage(phase.get())
    if (page?.placement !== 'frame') return
    keep(page, true)
    revoke(page.invitation.id)
  }

  function leave(page: ActivePage, event: SessionEvent) {
    watched?.end()
    watched = null
    stored.forget(sessionName)
    const isJudged = event.type === 'invitation_read' || event.type === 'watch_failed'
    if (!isJudged) void revokeUnused(page, event)
  }

  /**
   * An unused invitation is taken back. The server looks before it revokes, and answers what it saw: the details may
   * have gone in a moment ago. Whoever closes this window may be carrying on in the tab, which is left alone.
   */
  async function revokeUnused(page: ActivePage, event: SessionEvent) {
    const { id } = page.invitation
    const isCarriedOn = page.placement !== 'frame' && event.type === 'close'
    const view = await (isCarriedOn ? client.getInvitation(id) : client.revokeInvitation(id)).catch(
      () => null,
    )
    if (view === null || !wasUsed(page, view)) return
    const { purpose } = page
    const connections = getCreatedConnections(purpose, view)
    announce(id, { purpose, connections })
    const at = environment.today().toISOString()
    dispatch({ type: 'proved', purpose, invitationId: id, connections, at })
  }

  /** A courtesy: an invitation that cannot be revoked runs out by itself. */
  function revoke(id: string) {
    client.revokeInvitation(id).catch(() => {})
  }

  function announce(invitationId: string, { purpose, connections }: SessionSubmission) {
    if (announced.has(invitationId)) return
    announced.add(invitationId)
    for (const listener of [...submissionListeners]) listener({ purpose, connections })
  }

  async function resume() {
    const kept = isBeforeAll(phase.get()) ? stored.take(sessionName) : null
    if (!kept) return
    const view = await client.getInvitation(kept.invitationId).catch(() => null)
    const isBusy = getActivePage(phase.get()) !== null
    // Another load of the page may have more luck.
    if (!view) return isBusy ? undefined : stored.keep(sessionName, kept)
    if (tellOf(kept, view) !== 'open' || isBusy) return
    stored.keep(sessionName, kept)
    if (isBeforeAll(phase.get())) endFollowing = follow(kept)
  }

  function tellOf(kept: StoredSession, view: InvitationView) {
    const { event, rest } = restoreSession(environment, kept, view)
    if (reduce(phase.get(), event) !== phase.get()) analytics.resume(kept)
    dispatch(event)
    if (rest === 'left') revoke(kept.invitationId)
    return rest
  }

  /** How it ends in a tab of its own is shown here, though the page that opened it is gone: until something is opened. */
  function follow(kept: StoredSession): () => void {
    const { end } = watchInvitation(environment, kept.invitationId, (result) => {
      if (!('view' in result) || tellOf(kept, result.view) === 'open') return
      end()
      stored.forget(sessionName)
    })
    return end
  }

  return {
    phase,
    open(purpose) {
      dispatch({ type: 'open', purpose, skipIntro: null })
    },
    tryAgain(purpose) {
      dispatch({ type: 'open', purpose, skipIntro: { attemptId: environment.createId() } })
    },
    consent(purpose) {
      const current = phase.get()
      if (current.name !== 'intro') return
      const attemptId = environment.createId()
      dispatch({ type: 'consent', attemptId, purpose: purpose ?? current.purpose, now: clock.now() })
    },
    retry: () => dispatch({ type: 'retry', attemptId: environment.createId(), now: clock.now() }),
    renew: () => dispatch({ type: 'renew', attemptId: environment.createId() }),
    close: () => dispatch({ type: 'close' }),
    resume: () => void resume(),
    frameLoaded: (invitationId) => dispatch({ type: 'frame_loaded', invitationId }),
    frameTouched: (invitationId) => dispatch({ type: 'frame_touched', invitationId }),
    frameFailed: (invitationId, error) => dispatch({ type: 'frame_failed', invitationId, error }),
    tabOpened: (invitationId) => dispatch({ type: 'tab_opened', invitationId }),
    frameReopened: (invitationId) => dispatch({ type: 'frame_reopened', invitationId }),
    checkInvitationNow(invitationId = watched?.id) {
      if (watched?.id === invitationId) watched?.watch.look()
    },
    configure(next) {
      settings = next
    },
    remainingMs() {
      const deadline = getActivePage(phase.get())?.invitation.deadline
      return deadline == null ? null : Math.max(0, deadline - clock.now())
    },
    retryInMs() {
      const current = phase.get()
      if (current.name !== 'failed' || current.retryAt === null) return 0
      return Math.max(0, current.retryAt - clock.now())
    },
    onSubmitted(listener) {
      submissionListeners.add(listener)
      return () => submissionListeners.delete(listener)
    },
    onFunnelEvent: analytics.listen,
    dispose() {
      dispatch({ type: 'close' })
      cancelTick()
    },
  }
}

function isBeforeAll({ name }: Phase): boolean {
  return name === 'idle' || name === 'intro'
}

function isSameWish(phase: Phase, wish: { attemptId: string }): boolean {
  return phase.name === 'requesting' && phase.attemptId === wish.attemptId
}
