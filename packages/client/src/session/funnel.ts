import type { ErrorCode } from '@nectar-connect/contract/wire'
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
