import type { InvitationView } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { asConnectError, ConnectError } from '../lib/connect-error.ts'
import type { ReadableStore } from '../lib/store.ts'
import type { Platform } from '../platform/platform.ts'
import type { SessionEvent } from './event.ts'
import {
  type ConnectPhase,
  getActivePage,
  type HostedPageState,
  type SessionSubmission,
  warnAt,
} from './phase.ts'
import { getCreatedConnections, wasUsed } from './reduce-page.ts'
import { type CreateRequest, requestInvitation, type SessionSettings } from './request-invitation.ts'
import type { SessionStorage } from './session-storage.ts'
import { watchInvitation } from './watch-invitation.ts'

/** How long a frame may take for its first load, in milliseconds. */
const LOAD_TIMEOUT_MS = 30_000

/** Before the second and third answer is asked for, when the one before was of no use, in milliseconds. */
const STALE_DELAYS_MS = [0, 1_000, 4_000]

/** What effects and restoration of one session share. */
export interface SessionParts {
  client: ConnectClient
  platform: Platform
  /** Kept over a reload. */
  stored: SessionStorage
  /** Names the session among those of its page. */
  name: string
  phase: ReadableStore<ConnectPhase>
  dispatch: (event: SessionEvent) => void
}

/** The side effects of a session: it asks for invitations, watches them, and revokes the unused ones. */
export function createEffects({ client, platform, stored, name, phase, dispatch }: SessionParts) {
  const submissionListeners = new Set<(submission: SessionSubmission) => void>()
  const announced = new Set<string>()
  const pageUrls = new Map<string, string>()
  let settings: SessionSettings = {}
  let watched: { id: string; look: () => void; end: () => void } | null = null
  let cancelTick = () => {}
  let cancelAsk = () => {}
  let cancelLoad = () => {}

  /** Runs the effects of a transition. */
  function enter(before: ConnectPhase, after: ConnectPhase, event: SessionEvent) {
    const left = getActivePage(before)
    const held = getActivePage(after)
    if (left && left.invitation.id !== held?.invitation.id) leave(left, event)
    if (held) hold(held)
    if (before.status === 'loading' && after.status !== 'loading') cancelLoad()
    if (after.status === 'loading' && before.status !== 'loading') cancelLoad = awaitLoad(after)
    if (before.status === 'requesting' && !isSameRequest(after, before)) cancelAsk()
    if (after.status === 'requesting' && !isSameRequest(before, after)) request(after)
    if (after.status === 'checking' && before.status !== 'checking') watched?.look()
    if (after.status === 'submitted') announce(after.invitationId, after)
  }

  /** What events say of the moment in which they happen. */
  function moment() {
    return { now: platform.now(), isVisible: platform.isVisible(), nextIdempotencyKey: platform.createId() }
  }

  /** Tells the session what time it is. */
  function tick() {
    dispatch({ type: 'tick', ...moment() })
  }

  /** Sets the timer for the next moment that matters. */
  function setTick() {
    cancelTick()
    const page = getActivePage(phase.get())
    const now = platform.now()
    const moments = page ? [warnAt(page.invitation), page.invitation.deadline] : []
    const next = Math.min(...moments.map((at) => (at !== null && at > now ? at : Infinity)))
    cancelTick = next === Infinity ? () => {} : platform.setTimer(tick, next - now)
  }

  function request(wanted: CreateRequest) {
    const delay = STALE_DELAYS_MS[wanted.staleResponses] ?? 0
    if (delay === 0) void ask(wanted)
    else cancelAsk = platform.setTimer(() => void ask(wanted), delay)
  }

  async function ask(wanted: CreateRequest) {
    const { idempotencyKey } = wanted
    const answer = await requestInvitation(client, platform, wanted, settings).catch(asConnectError)
    const now = platform.now()
    const about = { idempotencyKey, now, nextIdempotencyKey: platform.createId() }
    if (ConnectError.isInstance(answer)) return dispatch({ type: 'create_failed', error: answer, ...about })
    const { invitation, url, status } = answer
    pageUrls.set(invitation.id, url)
    dispatch({ type: 'created', invitation, status, ...about })
  }

  /** Watches the session's invitation, and keeps its id over a reload. */
  function hold(page: HostedPageState) {
    keep(page, false)
    const { id } = page.invitation
    if (watched?.id === id) return
    const watch = watchInvitation(client, platform, id, (result) =>
      'view' in result
        ? readInvitation(result.view)
        : dispatch({ type: 'watch_failed', invitationId: id, error: result.error }),
    )
    const ends = [watch.end, platform.onReturn(tick), platform.onLeave(revokeOnPageLeave)]
    watched = { id, look: watch.look, end: () => ends.forEach((end) => void end()) }
  }

  /** Each time that a frame is mounted: also when the page comes back from a tab. */
  function awaitLoad({ invitation: { id: invitationId } }: HostedPageState) {
    return platform.setTimer(
      () => dispatch({ type: 'frame_failed', invitationId, error: new ConnectError('frame_timeout') }),
      LOAD_TIMEOUT_MS,
    )
  }

  function readInvitation(view: InvitationView) {
    const before = getActivePage(phase.get())
    dispatch({ type: 'invitation_read', view, at: platform.today().toISOString(), ...moment() })
    // A link that was used in the frame may have uses left, which nobody needs.
    const isDone = phase.get().status === 'submitted' && before?.display === 'frame'
    if (isDone && view.status === 'ACTIVE') revoke(client, view.id)
  }

  function keep({ invitation, intent, display, touched }: HostedPageState, wasRevoked: boolean) {
    const { id: invitationId, useCount } = invitation
    stored.keep(name, { invitationId, useCount, intent, display, touched, wasRevoked })
  }

  /** The host's page is being left. A page in a tab of its own goes on. */
  function revokeOnPageLeave() {
    const page = getActivePage(phase.get())
    if (page?.display !== 'frame') return
    keep(page, true)
    revoke(client, page.invitation.id)
  }

  function leave(page: HostedPageState, event: SessionEvent) {
    watched?.end()
    watched = null
    pageUrls.delete(page.invitation.id)
    stored.forget(name)
    const isDecided = event.type === 'invitation_read' || event.type === 'watch_failed'
    if (!isDecided) void revokeUnused(page, event)
  }

  /**
   * An unused invitation is revoked. The server looks before it revokes, and answers what it saw: the details may have
   * gone in a moment ago. Whoever closes this window may be carrying on in the tab, which is left alone.
   */
  async function revokeUnused(page: HostedPageState, event: SessionEvent) {
    const { intent, invitation, display } = page
    const { id } = invitation
    const isCarriedOn = display !== 'frame' && event.type === 'close'
    const answer = isCarriedOn ? client.getInvitation(id) : client.revokeInvitation(id)
    const view = await answer.catch(() => null)
    if (view === null || !wasUsed(page, view)) return
    const connections = getCreatedConnections(intent, view)
    announce(id, { intent, connections })
    const at = platform.today().toISOString()
    dispatch({ type: 'proved', intent, invitationId: id, connections, at })
  }

  function announce(invitationId: string, { intent, connections }: SessionSubmission) {
    if (announced.has(invitationId)) return
    announced.add(invitationId)
    for (const listener of [...submissionListeners]) listener({ intent, connections })
  }

  return {
    enter,
    tick,
    setTick,
    /** The URL of this invitation's page, while the session owns it; otherwise null. A bearer secret. */
    getPageUrl: (invitationId: string) => pageUrls.get(invitationId) ?? null,
    /** Revokes an invitation that came too late. */
    discard(invitationId: string) {
      pageUrls.delete(invitationId)
      revoke(client, invitationId)
    },
    checkNow(invitationId = watched?.id) {
      if (watched?.id === invitationId) watched?.look()
    },
    configure(next: SessionSettings) {
      settings = next
    },
    settings: () => settings,
    /** Called once for each invitation, when its use is proved: also if the customer closed a moment before. */
    onSubmitted(listener: (submission: SessionSubmission) => void): () => void {
      submissionListeners.add(listener)
      return () => submissionListeners.delete(listener)
    },
    end: () => cancelTick(),
  }
}

/** Best effort: an invitation that cannot be revoked expires by itself. */
export function revoke(client: Pick<ConnectClient, 'revokeInvitation'>, id: string): void {
  client.revokeInvitation(id).catch(() => {})
}

function isSameRequest(phase: ConnectPhase, request: { idempotencyKey: string }): boolean {
  return phase.status === 'requesting' && phase.idempotencyKey === request.idempotencyKey
}
