import type { ConnectError } from '@nectar-connect/client'
import type { ConnectionChange } from '@nectar-connect/contract/wire'
import { useState } from 'react'
import { historyQuery } from './more-queries.ts'
import { type StatusState, statusState } from './status-state.ts'
import { useConnections } from './use-connections.ts'
import { useConnectQueryClient, useOwnQuery } from './use-own-query.ts'

/** So many changes at first; on demand all that a server tells. */
const PAGE = 50
const ALL = 200

/** What `useConnectionHistory()` answers, by `status`. */
export type ConnectionHistoryState =
  | { status: 'loading' }
  | { status: 'error'; error: ConnectError; retry: () => void }
  | {
      status: 'success'
      /** Newest first. New ones come on top as they happen. */
      changes: readonly ConnectionChange[]
      /** Reads older ones as well; null where there are none, or none that are told. At most 200 are. */
      showOlder: (() => void) | null
      /** Older ones were asked for and are on their way. */
      isReadingOlder: boolean
    }

/**
 * What happened to a connection: each change of its status.
 *
 * @example
 * function Changes({ id }: { id: string }) {
 *   const history = useConnectionHistory(id)
 *   return history.status === 'success' ? <p>{history.changes.length} changes</p> : null
 * }
 */
export function useConnectionHistory(connectionId: string): ConnectionHistoryState {
  const { environment, scope } = useConnectQueryClient()
  const id = connectionId.toLowerCase()
  // Asked for of this connection, and of no other that is shown in its place.
  const [extendedId, setExtendedId] = useState<string | null>(null)
  const isExtended = extendedId === id
  const query = useOwnQuery(environment, historyQuery(environment, scope, id, isExtended ? ALL : PAGE))
  // Says who is here, without which nothing is read. Shared with whatever else shows connections.
  const connections = useConnections()

  if (query.data) {
    const { changes, hasMore } = query.data
    const isReadingOlder = query.isPlaceholderData && query.isFetching
    const mayShowOlder = hasMore && (!isExtended || isReadingOlder)
    return {
      status: 'success',
      changes,
      showOlder: mayShowOlder ? () => setExtendedId(id) : null,
      isReadingOlder,
    }
  }
  if (query.error) return { status: 'error', error: query.error, retry: () => void query.refetch() }
  if (scope === null && connections.status === 'error') return connections
  return { status: 'loading' }
}

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
