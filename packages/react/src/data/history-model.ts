import type { ConnectionChange } from '@nectar-connect/contract/wire'
import { type StatusState, statusState } from './status-state.ts'

/** One line of a history. */
export interface HistoryEntry {
  key: string
  /** What it became. */
  state: StatusState
  /** When, ISO 8601. */
  at: string
  /** What it was, and for how many milliseconds as far as that is known; null: nothing was known before. */
  before: { state: StatusState; lastedMs: number | null } | null
  /** Collection stopped with this. */
  isPause: boolean
}

/** @param changes newest first */
export function historyEntries(changes: readonly ConnectionChange[]): HistoryEntry[] {
  return changes.map(({ eventId, from, to, at }, index) => {
    const state = statusState(to)
    const before = from === null ? null : statusState(from)
    const earlier = changes[index + 1]
    // A gap: what was in between is not known, nor is how long it took.
    const isNext = earlier !== undefined && statusState(earlier.to).status === before?.status
    const lastedMs = isNext ? Math.max(0, Date.parse(at) - Date.parse(earlier.at)) : null
    return {
      key: eventId,
      state,
      at,
      before: before && { state: before, lastedMs },
      isPause: state.collecting === 'paused' && before?.collecting !== 'paused',
    }
  })
}
