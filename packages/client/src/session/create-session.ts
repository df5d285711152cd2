import type { InvitationView } from '@nectar-connect/contract'
import { asConnectError, ConnectError } from '../lib/connect-error.ts'
import { createSubject } from '../lib/observable.ts'
import type { SessionEnvironment } from './environment.ts'
import type { SessionEvent } from './event.ts'
import { createFunnel } from './funnel-counter.ts'
import type { KeptSession } from './keepsake.ts'
import { lookBack } from './look-back.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { heldPage, type OpenedPage, type Phase, warnAt } from './phase.ts'
import { provedConnections, wasUsed } from './proof.ts'
import { reduce } from './reduce.ts'
import { requestInvitation, type SessionSettings, type Wish } from './request-invitation.ts'
import type { Session, SessionSubmission } from './session.ts'
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
export function createSession(environment: SessionEnvironment, place: string): Session {
  const { client, clock, keepsake } = environment
  const phase = createSubject<Phase>({ name: 'idle' })
  const submissionListeners = new Set<(submission: SessionSubmission) => void>()
  const funnel = createFunnel(environment)
  const announced = new Set<string>()
  let settings: SessionSettings = {}
  let watched: { id: string; watch: InvitationWatch; end: () => void } | null = null
  let cancelTick = () => {}
  let cancelAsk = () => {}
  let cancelLoad = () => {}
  let endFollowing = () => {}
  /** What a listener asks for in answer to an event waits until the effects of that one are done. */
  const dispatch = oneAtATime(handle)

  function handle(event: SessionEvent) {
    const before = phase.get()
    const after = reduce(before, event)
    if (after !== before) {
      phase.set(after)
      funnel.count(before, after, settings.placement ?? 'custom')
      enter(before, after, event)
      if (event.type !== 'tick') tick()
    }
    if (event.type === 'tick') setTick()
    if (event.type === 'minted' && heldPage(after)?.invitation.id !== event.invitation.id) {
      revoke(event.invitation.id)
    }
  }

  function enter(before: Phase, after: Phase, event: SessionEvent) {
    const left = heldPage(before)
    const held = heldPage(after)
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
    const page = heldPage(phase.get())
    const now = clock.now()
    const moments = page ? [warnAt(page.invitation), page.invitation.deadline] : []
    const next = Math.min(...moments.map((moment) => (moment !== null && moment > now ? moment : Infinity)))
    cancelTick = next === Infinity ? () => {} : environment.setTimer(tick, next - now)
  }

  function mint(wish: Wish) {
    const delay = STALE_DELAYS_MS[wish.staleAnswers] ?? 0
    if (delay === 0) void ask(wish)
    else cancelAsk = environment.setTimer(() => void ask(wish), delay)
  }

  async function ask(wish: Wish) {
    const { attemptId } = wish
    const answer = await requestInvitation(environment, wish, settings).catch(asConnectError)
    const now = clock.now()
    const about = { attemptId, now, freshAttemptId: environment.createId() }
    if (ConnectError.is(answer)) return dispatch({ type: 'mint_failed', error: answer, ...about })
    const { invitation, status } = answer
    dispatch({ type: 'minted', invitation, status, ...about })
  }

  /** Watches what the session answers for, and keeps its id over a reload. */
  function hold(page: OpenedPage) {
    keep(page, false)
    const { id } = page.invitation
    if (watched?.id === id) return
    const watch = watchInvitation(environment, id, (result) =>
      'view' in result
        ? readInvitation(result.view)
        : dispatch({ type: 'watch_failed', invitationId: id, error: result.error }),
    )
    const ends = [watch.end, environment.onReturn(tick), environment.onLeave(takeBack)]
    watched = { id, watch, end: () => ends.forEach((end) => void end()) }
  }

  /** Each time that a frame is mounted: also when the page comes back from a tab. */
  function awaitLoad({ invitation: { id: invitationId } }: OpenedPage) {
    return environment.setTimer(
      () => dispatch({ type: 'frame_failed', invitationId, error: new ConnectError('frame_timeout') }),
      LOAD_TIMEOUT_MS,
    )
  }

  function readInvitation(view: InvitationView) {
    const before = heldPage(phase.get())
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

  function keep({ invitation, purpose, placement, touched }: OpenedPage, wasRevoked: boolean) {
    const { id: invitationId, useCount } = invitation
    keepsake.keep(place, {
      invitationId,
      useCount,
      purpose,
      placement,
      touched,
      wasRevoked,
      ...funnel.kept(),
    })
  }

  /** The host's page is being left. A page in a tab of its own goes on. */
  function takeBack() {
    const page = heldPage(phase.get())
    if (page?.placement !== 'frame') return
    keep(page, true)
    revoke(page.invitation.id)
  }

  function leave(page: OpenedPage, event: SessionEvent) {
    watched?.end()
    watched = null
    keepsake.forget(place)
    const isJudged = event.type === 'invitation_read' || event.type === 'watch_failed'
    if (!isJudged) void abandon(page, event)
  }

  /**
   * An unused invitation is taken back. The server looks before it revokes, and answers what it saw: the details may
   * have gone in a moment ago. Whoever closes this window may be carrying on in the tab, which is left alone.
   */
  async function abandon(page: OpenedPage, event: SessionEvent) {
    const { id } = page.invitation
    const isCarriedOn = page.placement !== 'frame' && event.type === 'close'
    const view = await (isCarriedOn ? client.getInvitation(id) : client.revokeInvitation(id)).catch(
      () => null,
    )
    if (view === null || !wasUsed(page, view)) return
    const { purpose } = page
    const connections = provedConnections(purpose, view)
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
    const kept = isBeforeAll(phase.get()) ? keepsake.take(place) : null
    if (!kept) return
    const view = await client.getInvitation(kept.invitationId).catch(() => null)
    const isBusy = heldPage(phase.get()) !== null
    // Another load of the page may have more luck.
    if (!view) return isBusy ? undefined : keepsake.keep(place, kept)
    if (tellOf(kept, view) !== 'open' || isBusy) return
    keepsake.keep(place, kept)
    if (isBeforeAll(phase.get())) endFollowing = follow(kept)
  }

  function tellOf(kept: KeptSession, view: InvitationView) {
    const { event, rest } = lookBack(environment, kept, view)
    if (reduce(phase.get(), event) !== phase.get()) funnel.resume(kept)
    dispatch(event)
    if (rest === 'left') revoke(kept.invitationId)
    return rest
  }

  /** How it ends in a tab of its own is shown here, though the page that opened it is gone: until something is opened. */
  function follow(kept: KeptSession): () => void {
    const { end } = watchInvitation(environment, kept.invitationId, (result) => {
      if (!('view' in result) || tellOf(kept, result.view) === 'open') return
      end()
      keepsake.forget(place)
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
    hint(invitationId = watched?.id) {
      if (watched?.id === invitationId) watched?.watch.look()
    },
    configure(next) {
      settings = next
    },
    remainingMs() {
      const deadline = heldPage(phase.get())?.invitation.deadline
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
    onFunnelEvent: funnel.listen,
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
