import type { ConnectClient } from '../connect-client.ts'
import type { ConnectError } from '../lib/connect-error.ts'
import { createStore, type ReadableStore } from '../lib/store.ts'
import type { Platform } from '../platform/platform.ts'
import { createAnalytics } from './analytics.ts'
import { createEffects } from './effects.ts'
import type { SessionEvent } from './event.ts'
import { type ConnectIntent, type ConnectPhase, getActivePage } from './phase.ts'
import { reduce } from './reduce.ts'
import type { CreateRestoration } from './restore-session.ts'
import { createSessionStorage } from './session-storage.ts'

/** One embedded session: the phase, what the customer can do, and the effects behind it. */
export type Session = ReturnType<typeof createSession>

/**
 * Runs a session: the reducer and its effects.
 *
 * @param name names the session among those of its page, over a reload
 * @example
 * const session = createSession(client, browserPlatform(), 'settings')
 * session.open({ kind: 'contributor' })
 */
export function createSession(client: ConnectClient, platform: Platform, name: string) {
  const { now, createId } = platform
  const phase = createStore<ConnectPhase>({ status: 'idle' })
  const analytics = createAnalytics(platform)
  const stored = createSessionStorage(client, platform)
  const parts = { client, platform, stored, name, phase, dispatch }
  const effects = createEffects(parts)
  let restoration: ReturnType<CreateRestoration> | undefined

  const waiting: SessionEvent[] = []
  let isHandling = false

  /** Calls that a listener makes wait until the effects of its event are done. */
  function dispatch(event: SessionEvent) {
    waiting.push(event)
    if (isHandling) return
    isHandling = true
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) handle(next)
    } finally {
      isHandling = false
    }
  }

  function handle(event: SessionEvent) {
    const before = phase.get()
    const after = reduce(before, event)
    if (after !== before) {
      phase.set(after)
      analytics.count(before, after, effects.settings().presentation ?? 'custom')
      restoration?.end()
      effects.enter(before, after, event)
      if (event.type !== 'tick') effects.tick()
    }
    if (event.type === 'tick') effects.setTick()
    if (event.type === 'created' && getActivePage(after)?.invitation.id !== event.invitation.id) {
      effects.discard(event.invitation.id)
    }
  }

  return {
    phase: phase as ReadableStore<ConnectPhase>,
    open: (intent: ConnectIntent) => dispatch({ type: 'open', intent, skipIntro: null }),
    /** Opens without intro: consent was given a moment ago. */
    reconnect: (intent: ConnectIntent) =>
      dispatch({ type: 'open', intent, skipIntro: { idempotencyKey: createId() } }),
    /** Agrees to the intro and asks for an invitation. A reconnect may bring a newer baseline. */
    consent(intent?: ConnectIntent) {
      const current = phase.get()
      if (current.status !== 'intro') return
      const idempotencyKey = createId()
      dispatch({ type: 'consent', idempotencyKey, intent: intent ?? current.intent, now: now() })
    },
    /** Once more after a failure; not before the server allows. */
    retry: () => dispatch({ type: 'retry', idempotencyKey: createId(), now: now() }),
    /** A fresh page in place of one that is running out, or has. */
    requestNewPage: () => dispatch({ type: 'renew', idempotencyKey: createId() }),
    close: () => dispatch({ type: 'close' }),
    /**
     * Shows how a session ended that an earlier load of this page had open. For when the scope is known.
     *
     * @param load is asked for how to do that where there is one; when that cannot be had, the next load tries again
     */
    async resume(load: () => Promise<CreateRestoration>): Promise<void> {
      if (!stored.has(name)) return
      const create = await load().catch(() => null)
      if (create === null) return
      restoration ??= create(parts)
      await restoration.resume()
    },
    frameLoaded: (invitationId: string) => dispatch({ type: 'frame_loaded', invitationId }),
    frameTouched: (invitationId: string) => dispatch({ type: 'frame_touched', invitationId }),
    frameFailed: (invitationId: string, error: ConnectError) =>
      dispatch({ type: 'frame_failed', invitationId, error }),
    tabOpened: (invitationId: string) => dispatch({ type: 'tab_opened', invitationId }),
    /** Back to the frame from a tab, with the same invitation. */
    frameReopened: (invitationId: string) => dispatch({ type: 'frame_reopened', invitationId }),
    /** A hint to check the invitation sooner. It proves nothing. */
    checkInvitationNow: effects.checkNow,
    configure: effects.configure,
    getPageUrl: effects.getPageUrl,
    /** Milliseconds left of the page; null: there is none, or it never expires. */
    getRemainingMs() {
      const deadline = getActivePage(phase.get())?.invitation.deadline
      return deadline == null ? null : Math.max(0, deadline - now())
    },
    /** Milliseconds until a failure may be retried; 0: now. */
    getRetryInMs() {
      const current = phase.get()
      const retryAt = current.status === 'failed' ? current.retryAt : null
      return retryAt === null ? 0 : Math.max(0, retryAt - now())
    },
    onSubmitted: effects.onSubmitted,
    onAnalyticsEvent: analytics.listen,
    /** Ends timers and watches. An unused invitation is revoked. */
    dispose() {
      dispatch({ type: 'close' })
      effects.end()
    },
  }
}
