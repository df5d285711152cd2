import type { ConnectError } from '@nectar-connect/client'
import type { ConnectionChange } from '@nectar-connect/contract/wire'
import { useState } from 'react'
import { HISTORY_STEPS, type HistoryLimit, historyQuery } from './history-query.ts'
import { useConnectQueryClient } from './use-connect-query-client.ts'
import { useConnections } from './use-connections.ts'
import { useOwnQuery } from './use-own-query.ts'

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
  const [requested, setRequested] = useState<{ id: string; limit: HistoryLimit }>({
    id,
    limit: HISTORY_STEPS[0],
  })
  const limit = requested.id === id ? requested.limit : HISTORY_STEPS[0]
  const query = useOwnQuery(environment, historyQuery(environment, scope, id, limit))
  // Says who is here, without which nothing is read. Shared with whatever else shows connections.
  const connections = useConnections()

  if (query.data) {
    const next = HISTORY_STEPS.find((step) => step > limit)
    const mayHaveMore = query.data.hasMore && next !== undefined
    return {
      status: 'success',
      changes: query.data.changes,
      showOlder: mayHaveMore ? () => setRequested({ id, limit: next }) : null,
      isReadingOlder: query.isPlaceholderData && query.isFetching,
    }
  }
  if (query.error) return { status: 'error', error: query.error, retry: () => void query.refetch() }
  if (scope === null && connections.status === 'error') return connections
  return { status: 'loading' }
}
