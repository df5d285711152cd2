import type { ErrorCode } from '@nectar-connect/contract/wire'
import type { Platform } from '../platform/platform.ts'
import { type ConnectIntent, type ConnectPhase, isOpened } from './phase.ts'

/** The steps of a session that are counted. Steps inside Nectar's page are not: Nectar does not report them. */
export type AnalyticsEventName =
  | 'intro_viewed'
  | 'consented'
  /** Nectar says that its page was looked at, or the customer touched it. Always before `submitted`. */
  | 'opened'
  | 'opened_in_tab'
  | 'expiring'
  | 'expired'
  | 'renewed'
  | 'submitted'
  | 'closed_by_nectar'
  | 'failed'
  | 'abandoned'

/** Where the widget stands. */
export type Presentation = 'dialog' | 'inline' | 'custom'

/** For analytics. Names and fields only ever grow; `version` says when that is not enough. Never a URL or token. */
export interface AnalyticsEvent {
  version: 1
  name: AnalyticsEventName
  /** The same from opening the session to its end, or to a reload of the page. */
  sessionId: string
  kind: ConnectIntent['kind']
  presentation: Presentation
  /** Since the session was opened, in milliseconds. */
  durationMs: number
  /** With `failed`. */
  code?: ErrorCode
}

/** Counts the steps of one session after the other. A reload begins a new count. */
export function createAnalytics({ now, createId }: Pick<Platform, 'now' | 'createId'>) {
  const listeners = new Set<(event: AnalyticsEvent) => void>()
  // Begun on first use: rendering alone reads no clock and makes no id.
  let begun: ReturnType<typeof begin> | undefined

  function begin() {
    return { id: createId(), start: now(), hasOpened: false }
  }

  function report(name: AnalyticsEventName, about: Pick<AnalyticsEvent, 'kind' | 'presentation' | 'code'>) {
    begun ??= begin()
    // A fresh page in place of an old one does not count as opened again.
    if (name === 'opened' && begun.hasOpened) return
    begun.hasOpened ||= name === 'opened'
    const durationMs = Math.round(now() - begun.start)
    const event: AnalyticsEvent = { version: 1, name, sessionId: begun.id, durationMs, ...about }
    for (const listener of [...listeners]) listener(event)
  }

  return {
    count(before: ConnectPhase, after: ConnectPhase, presentation: Presentation) {
      const name = nameOf(before, after)
      // A sign-in that is tried again starts without an intro, after the session before had ended.
      const isAgain = after.status === 'requesting' && (isFinished(before) || before.status === 'closed')
      if (name === 'intro_viewed' || isAgain) begun = begin()
      const phase = 'intent' in after ? after : before
      if (name === null || !('intent' in phase)) return
      const code = after.status === 'failed' ? { code: after.error.code } : {}
      const about = { kind: phase.intent.kind, presentation, ...code }
      // An invitation that was used was opened, even if no event said so.
      if (name === 'submitted') report('opened', about)
      report(name, about)
    },
    listen(listener: (event: AnalyticsEvent) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What a transition counts as; null: nothing. */
function nameOf(before: ConnectPhase, after: ConnectPhase): AnalyticsEventName | null {
  const was = isOpened(before) ? before : null
  if (isOpened(after) && after.display === 'tab' && was?.display !== 'tab') return 'opened_in_tab'
  if (isOpened(after) && after.viewed && !was?.viewed) return 'opened'
  if (before.status === after.status) return null
  switch (after.status) {
    case 'intro':
      return 'intro_viewed'
    case 'requesting':
      return before.status === 'intro' ? 'consented' : null
    case 'loading':
      return before.status === 'requesting' && ['renewal', 'expired'].includes(before.reason)
        ? 'renewed'
        : null
    case 'expiring':
    case 'expired':
    case 'submitted':
    case 'failed':
      return after.status
    case 'closedByNectar':
      return 'closed_by_nectar'
    case 'closed':
      return isFinished(before) ? null : 'abandoned'
    case 'idle':
    case 'open':
    case 'checking':
      return null
    default:
      return after satisfies never
  }
}

/** Nothing is under way: closing does not count. */
function isFinished({ status }: ConnectPhase): boolean {
  return status === 'idle' || status === 'submitted' || status === 'closedByNectar'
}
