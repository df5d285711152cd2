import type { ErrorCode } from '@nectar-connect/contract/wire'
import type { SessionEnvironment } from './environment.ts'
import { isOpened, type Phase, type Purpose } from './phase.ts'

/** The steps of a session that are counted. What happens inside Nectar's page is not among them: nobody tells us. */
export type FunnelEventName =
  | 'intro_viewed'
  | 'consented'
  /** Nectar says that its page was looked at, or the customer touched it. Always before `submitted`. */
  | 'opened'
  | 'handed_off'
  | 'expiring'
  | 'expired'
  | 'renewed'
  | 'submitted'
  | 'ended'
  | 'failed'
  | 'abandoned'

/** Where the widget stands. */
export type WidgetPlacement = 'dialog' | 'inline' | 'custom'

/** For analytics. Names and fields only ever grow; `version` says when that is not enough. Never a URL or token. */
export interface FunnelEvent {
  version: 1
  name: FunnelEventName
  /** The same from opening the session to its end. */
  sessionId: string
  kind: Purpose['kind']
  placement: WidgetPlacement
  /** Since the session was opened, in milliseconds. */
  durationMs: number
  /** With `failed`. */
  code?: ErrorCode
}

/** What a transition counts as; null: nothing. */
export function funnelName(before: Phase, after: Phase): FunnelEventName | null {
  if (isOpened(after) && after.placement === 'tab' && !(isOpened(before) && before.placement === 'tab')) {
    return 'handed_off'
  }
  if (isOpened(after) && after.viewed && !(isOpened(before) && before.viewed)) return 'opened'
  if (before.name === after.name) return null
  switch (after.name) {
    case 'intro':
      return 'intro_viewed'
    case 'requesting':
      return before.name === 'intro' ? 'consented' : null
    case 'loading':
      return before.name === 'requesting' && (before.reason === 'renew' || before.reason === 'expired')
        ? 'renewed'
        : null
    case 'expiring':
    case 'expired':
    case 'submitted':
    case 'ended':
    case 'failed':
      return after.name
    case 'closed':
      return isFinished(before) ? null : 'abandoned'
    case 'idle':
    case 'live':
    case 'checking':
      return null
    default:
      return after satisfies never
  }
}

/** Nothing is left to give up. */
export function isFinished({ name }: Phase): boolean {
  return name === 'idle' || name === 'submitted' || name === 'ended'
}

/** What a phase is about; null where nothing was asked for. */
export function purposeOf(phase: Phase): Purpose | null {
  return 'purpose' in phase ? phase.purpose : null
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
  count(before: Phase, after: Phase, placement: WidgetPlacement): void
  kept(): StoredCount
  resume(kept: StoredCount): void
  listen(listener: (event: FunnelEvent) => void): () => void
}

/** Counts the steps of one session after the other. */
export function createAnalytics({ clock, createId, today }: SessionEnvironment): Analytics {
  const listeners = new Set<(event: FunnelEvent) => void>()
  const wallNow = () => today().getTime()
  // Begun when it is first asked for: rendering by itself takes no time and no id.
  let begun: ReturnType<typeof begin> | undefined
  const session = () => (begun ??= begin())

  function begin() {
    return { id: createId(), start: clock.now(), hasOpened: false }
  }

  function count(before: Phase, after: Phase, placement: WidgetPlacement) {
    const name = funnelName(before, after)
    if (name === 'intro_viewed' || isAnother(before, after)) begun = begin()
    const purpose = purposeOf(after) ?? purposeOf(before)
    if (name === null || purpose === null) return
    const about = {
      kind: purpose.kind,
      placement,
      ...(after.name === 'failed' && { code: after.error.code }),
    }
    // What was used was opened, whether or not anything told of it in time.
    if (name === 'submitted') tell('opened', about)
    tell(name, about)
  }

  function tell(name: FunnelEventName, about: Pick<FunnelEvent, 'kind' | 'placement' | 'code'>) {
    const current = session()
    // A fresh page in place of an old one is no second opening.
    if (name === 'opened' && current.hasOpened) return
    current.hasOpened ||= name === 'opened'
    const durationMs = Math.round(clock.now() - current.start)
    const event: FunnelEvent = { version: 1, name, sessionId: current.id, durationMs, ...about }
    for (const listener of [...listeners]) listener(event)
  }

  return {
    count,
    kept() {
      const { id, start, hasOpened } = session()
      return { sessionId: id, openedAt: wallNow() - (clock.now() - start), hasOpened }
    },
    resume({ sessionId, openedAt, hasOpened }) {
      begun = { id: sessionId, start: clock.now() - Math.max(0, wallNow() - openedAt), hasOpened }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Asked for without intro, after the one before had come to its end. */
function isAnother(before: Phase, after: Phase): boolean {
  return after.name === 'requesting' && (isFinished(before) || before.name === 'closed')
}
