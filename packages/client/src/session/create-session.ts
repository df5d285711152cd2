import type { ConnectClient } from '../connect-client.ts'
import type { ConnectError } from '../lib/connect-error.ts'
import { createEventQueue, createStore, type ReadableStore } from '../lib/store.ts'
import type { Platform } from '../platform/platform.ts'
import { type AnalyticsEvent, createAnalytics } from './analytics.ts'
import { createEffects } from './effects.ts'
import type { SessionEvent } from './event.ts'
import {
  type ConnectIntent,
  type ConnectPhase,
  getActivePage,
  isBeforeAll,
  type SessionSubmission,
} from './phase.ts'
import { reduce } from './reduce.ts'
import type { SessionSettings } from './request-invitation.ts'
import { createRestoration } from './restore-session.ts'
import { createSessionStorage } from './session-storage.ts'

/** One embedded session: the phase, what the customer can do, and the effects behind it. */
export interface Session {
  readonly phase: ReadableStore<ConnectPhase>
  open(intent: ConnectIntent): void
  /** Agrees to the intro and asks for an invitation. A reconnect may bring a newer baseline. */
  consent(intent?: ConnectIntent): void
  /** Opens without intro: consent was given a moment ago. */
  reconnect(intent: ConnectIntent): void
  /** Once more after a failure; not before the server allows. */
  retry(): void
  /** A fresh page in place of one that is running out, or has. */
  requestNewPage(): void
  close(): void
  /** Shows how a session ended that an earlier load of this page had open. For when the scope is known. */
  resume(): void
  /** Events of the frame. */
  frameLoaded(invitationId: string): void
  frameTouched(invitationId: string): void
  frameFailed(invitationId: string, error: ConnectError): void
  tabOpened(invitationId: string): void
  /** Back to the frame from a tab, with the same invitation. */
  frameReopened(invitationId: string): void
  /** A hint to check the invitation sooner. It proves nothing. */
  checkInvitationNow(invitationId?: string): void
  configure(settings: SessionSettings): void
  /** The URL of this invitation's page, while the session owns it; otherwise null. A bearer secret. */
  getPageUrl(invitationId: string): string | null
  /** Milliseconds left of the page; null: there is none, or it never expires. */
  getRemainingMs(): number | null
  /** Milliseconds until a failure may be retried; 0: now. */
  getRetryInMs(): number
  /** Called once for each invitation, when its use is proved: also if the customer closed a moment before. */
  onSubmitted(listener: (submission: SessionSubmission) => void): () => void
  onAnalyticsEvent(listener: (event: AnalyticsEvent) => void): () => void
  /** Ends timers and watches. An unused invitation is revoked. */
  dispose(): void
}

/**
 * Runs a session: the reducer and its effects.
 *
 * @param name names the session among those of its page, over a reload
 * @example
 * const session = createSession(client, browserPlatform(), 'settings')
 * session.open({ kind: 'contributor' })
 */
export function createSession(client: ConnectClient, platform: Platform, name: string): Session {
  const { now, createId } = platform
  const phase = createStore<ConnectPhase>({ status: 'idle' })
  const analytics = createAnalytics(platform)
  /** Calls that a listener makes wait until the effects of its event are done. */
  const dispatch = createEventQueue(handle)
  const stored = createSessionStorage(client, platform)
  const parts = { client, platform, stored, name, phase, dispatch, analytics }
  const effects = createEffects(parts)
  const restoration = createRestoration(parts)

  function handle(event: SessionEvent) {
    const before = phase.get()
    const after = reduce(before, event)
    if (after !== before) {
      phase.set(after)
      analytics.count(before, after, effects.settings().presentation ?? 'custom')
      if (!isBeforeAll(after)) restoration.end()
      effects.enter(before, after, event)
      if (event.type !== 'tick') effects.tick()
    }
    if (event.type === 'tick') effects.setTick()
    if (event.type === 'created' && getActivePage(after)?.invitation.id !== event.invitation.id) {
      effects.discard(event.invitation.id)
    }
  }

  return {
    phase,
    open: (intent) => dispatch({ type: 'open', intent, skipIntro: null }),
    reconnect: (intent) => dispatch({ type: 'open', intent, skipIntro: { idempotencyKey: createId() } }),
    consent(intent) {
      const current = phase.get()
      if (current.status !== 'intro') return
      const idempotencyKey = createId()
      dispatch({ type: 'consent', idempotencyKey, intent: intent ?? current.intent, now: now() })
    },
    retry: () => dispatch({ type: 'retry', idempotencyKey: createId(), now: now() }),
    requestNewPage: () => dispatch({ type: 'renew', idempotencyKey: createId() }),
    close: () => dispatch({ type: 'close' }),
    resume: () => void restoration.resume(),
    frameLoaded: (invitationId) => dispatch({ type: 'frame_loaded', invitationId }),
    frameTouched: (invitationId) => dispatch({ type: 'frame_touched', invitationId }),
    frameFailed: (invitationId, error) => dispatch({ type: 'frame_failed', invitationId, error }),
    tabOpened: (invitationId) => dispatch({ type: 'tab_opened', invitationId }),
    frameReopened: (invitationId) => dispatch({ type: 'frame_reopened', invitationId }),
    checkInvitationNow: effects.checkNow,
    configure: effects.configure,
    getPageUrl: effects.getPageUrl,
    getRemainingMs() {
      const deadline = getActivePage(phase.get())?.invitation.deadline
      return deadline == null ? null : Math.max(0, deadline - now())
    },
    getRetryInMs() {
      const current = phase.get()
      if (current.status !== 'failed' || current.retryAt === null) return 0
      return Math.max(0, current.retryAt - now())
    },
    onSubmitted: effects.onSubmitted,
    onAnalyticsEvent: analytics.listen,
    dispose() {
      dispatch({ type: 'close' })
      effects.end()
    },
  }
}
