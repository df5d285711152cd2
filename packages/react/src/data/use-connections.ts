import type { ConnectError } from '@nectar-connect/client'
import type { ConnectionView, Permissions, SharingPolicy } from '@nectar-connect/contract/wire'
import { useSyncExternalStore } from 'react'
import { connectionsQuery } from './connections-query.ts'
import { useConnectQueryClient } from './use-connect-query-client.ts'
import { useOwnQuery } from './use-own-query.ts'
import { usePendingChecks } from './use-pending-checks.ts'

/** How news gets here: within a moment, or by asking now and then. */
export type LiveUpdates = 'streaming' | 'polling'

/** What `useConnections()` answers, by `type`. */
export type ConnectionsState =
  | { type: 'loading' }
  | { type: 'error'; error: ConnectError; retry: () => void }
  | {
      type: 'success'
      connections: readonly ConnectionView[]
      /** What the signed-in user may do. */
      permissions: Permissions
      /** Names of people who may do what this one may not. */
      administratorNames: readonly string[]
      /** Where Nectar's page lives, when the server says so. */
      hostedOrigin?: string | undefined
      /** How a colleague can be asked. */
      sharing: SharingPolicy
      liveUpdates: LiveUpdates
      /**
       * Ids of connections whose new sign-in is being checked: somebody signed in again on this page, and the status
       * is still the one from before.
       */
      pendingCheckIds: ReadonlySet<string>
    }

/**
 * The connections of the signed-in user's organization, kept current while the page is visible.
 *
 * @example
 * function Count() {
 *   const state = useConnections()
 *   return state.type === 'success' ? <p>{state.connections.length} accounts</p> : null
 * }
 */
export function useConnections(): ConnectionsState {
  const { environment, scope } = useConnectQueryClient()
  const { changes } = environment
  const line = useSyncExternalStore(changes.state.subscribe, changes.state.get, () => 'off')
  const query = useOwnQuery(environment, connectionsQuery(environment, scope))
  const pendingCheckIds = usePendingChecks(query.data?.connections ?? NONE)

  if (query.data) {
    const { connections, permissions, administratorNames, hostedOrigin, sharing } = query.data
    const liveUpdates = query.data.liveUpdates === 'stream' && line === 'streaming' ? 'streaming' : 'polling'
    return {
      type: 'success',
      connections,
      permissions,
      administratorNames,
      hostedOrigin,
      sharing,
      liveUpdates,
      pendingCheckIds,
    }
  }
  if (query.error) return { type: 'error', error: query.error, retry: () => void query.refetch() }
  return { type: 'loading' }
}

const NONE: readonly ConnectionView[] = []
