import type { SessionEnvironment } from './environment.ts'
import {
  type FunnelEvent,
  type FunnelEventName,
  funnelName,
  isFinished,
  purposeOf,
  type WidgetPlacement,
} from './funnel.ts'
import type { Phase } from './phase.ts'

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
