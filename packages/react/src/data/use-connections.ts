import type { ConnectError } from '@nectar-connect/client'
import type { ConnectionView, Permissions, SharingPolicy } from '@nectar-connect/contract/wire'
import { useSyncExternalStore } from 'react'
import { connectionsQuery } from './connections-query.ts'
import { useConnectQueryClient } from './use-connect-query-client.ts'
import { useOwnQuery } from './use-own-query.ts'
import { usePendingChecks } from './use-pending-checks.ts'

/** How news gets here: within a moment, or by asking now and then. */
export type LiveUpdates = 'streaming' | 'polling'

/** What `useConnections()` answers, by `status`. */
export type ConnectionsState =
  | { status: 'loading' }
  | { status: 'error'; error: ConnectError; retry: () => void }
  | {
      status: 'success'
      connections: readonly ConnectionView[]
      /** What the signed-in user may do. */
      permissions: Permissions
      /** Names of people who may do what this one may not. */
      administratorNames: readonly string[]
      /**
       * Where Nectar's page lives, when the server says so.
       *
       * @internal
       */
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
 *   return state.status === 'success' ? <p>{state.connections.length} accounts</p> : null
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
      status: 'success',
      connections,
      permissions,
      administratorNames,
      hostedOrigin,
      sharing,
      liveUpdates,
      pendingCheckIds,
    }
  }
  if (query.error) return { status: 'error', error: query.error, retry: () => void query.refetch() }
  return { status: 'loading' }
}

const NONE: readonly ConnectionView[] = []
