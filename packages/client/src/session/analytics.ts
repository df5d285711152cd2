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
  /** The same from opening the session to its end. */
  sessionId: string
  kind: ConnectIntent['kind']
  presentation: Presentation
  /** Since the session was opened, in milliseconds. */
  durationMs: number
  /** With `failed`. */
  code?: ErrorCode
}

/** What a transition counts as; null: nothing. */
export function analyticsEventName(before: ConnectPhase, after: ConnectPhase): AnalyticsEventName | null {
  if (isOpened(after) && after.display === 'tab' && !(isOpened(before) && before.display === 'tab')) {
    return 'opened_in_tab'
  }
  if (isOpened(after) && after.viewed && !(isOpened(before) && before.viewed)) return 'opened'
  if (before.status === after.status) return null
  switch (after.status) {
    case 'intro':
      return 'intro_viewed'
    case 'requesting':
      return before.status === 'intro' ? 'consented' : null
    case 'loading':
      return before.status === 'requesting' && (before.reason === 'renewal' || before.reason === 'expired')
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
export function isFinished({ status }: ConnectPhase): boolean {
  return status === 'idle' || status === 'submitted' || status === 'closedByNectar'
}

/** What a phase is about; null where nothing was asked for. */
export function intentOf(phase: ConnectPhase): ConnectIntent | null {
  return 'intent' in phase ? phase.intent : null
}

/** What is kept of the count over a reload. */
export interface StoredCount {
  sessionId: string
  /** Milliseconds since the epoch, on the browser's clock. */
  openedAt: number
  /** Whether `opened` was counted. */
  hasOpened: boolean
}

export interface Analytics {
  count(before: ConnectPhase, after: ConnectPhase, presentation: Presentation): void
  kept(): StoredCount
  resume(kept: StoredCount): void
  listen(listener: (event: AnalyticsEvent) => void): () => void
}

/** Counts the steps of one session after the other. */
export function createAnalytics({ now, createId, today }: Platform): Analytics {
  const listeners = new Set<(event: AnalyticsEvent) => void>()
  const wallNow = () => today().getTime()
  // Begun on first use: rendering alone reads no clock and makes no id.
  let begun: ReturnType<typeof begin> | undefined
  const session = () => (begun ??= begin())

  function begin() {
    return { id: createId(), start: now(), hasOpened: false }
  }

  function count(before: ConnectPhase, after: ConnectPhase, presentation: Presentation) {
    const name = analyticsEventName(before, after)
    if (name === 'intro_viewed' || isAnother(before, after)) begun = begin()
    const intent = intentOf(after) ?? intentOf(before)
    if (name === null || intent === null) return
    const about = {
      kind: intent.kind,
      presentation,
      ...(after.status === 'failed' && { code: after.error.code }),
    }
    // An invitation that was used was opened, even if no event said so.
    if (name === 'submitted') report('opened', about)
    report(name, about)
  }

  function report(name: AnalyticsEventName, about: Pick<AnalyticsEvent, 'kind' | 'presentation' | 'code'>) {
    const current = session()
    // A fresh page in place of an old one does not count as opened again.
    if (name === 'opened' && current.hasOpened) return
    current.hasOpened ||= name === 'opened'
    const durationMs = Math.round(now() - current.start)
    const event: AnalyticsEvent = { version: 1, name, sessionId: current.id, durationMs, ...about }
    for (const listener of [...listeners]) listener(event)
  }

  return {
    count,
    kept() {
      const { id, start, hasOpened } = session()
      return { sessionId: id, openedAt: wallNow() - (now() - start), hasOpened }
    },
    resume({ sessionId, openedAt, hasOpened }) {
      begun = { id: sessionId, start: now() - Math.max(0, wallNow() - openedAt), hasOpened }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Started without an intro, after the session before had ended. */
function isAnother(before: ConnectPhase, after: ConnectPhase): boolean {
  return after.status === 'requesting' && (isFinished(before) || before.status === 'closed')
}
