import type { ConnectError } from '@nectar-connect/client'
import type { ConnectionView, Permissions } from '@nectar-connect/contract/wire'
import { refetchInterval } from './refetch-interval.ts'
import { useLiveChanges } from './sync-cache-from-stream.ts'
import { type ConnectionsState, type LiveUpdates, useKnownConnections } from './use-known-connections.ts'

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
  useLiveChanges()
  return useKnownConnections(refetchInterval)
}

/** What `useConnection()` answers, by `status`. */
export type ConnectionState =
  | { status: 'loading' }
  | { status: 'error'; error: ConnectError; retry: () => void }
  /** There is no such connection, or none that the signed-in user may see. */
  | { status: 'missing' }
  | {
      status: 'success'
      connection: ConnectionView
      /** What the signed-in user may do. */
      permissions: Permissions
      /** Names of people who may do what this one may not. */
      administratorNames: readonly string[]
      liveUpdates: LiveUpdates
      /** Somebody signed in again on this page, and the status is still the one from before. */
      isChecking: boolean
    }

/**
 * One connection, kept current while the page is visible. However many are shown, they are read together.
 *
 * @example
 * function Account({ id }: { id: string }) {
 *   const state = useConnection(id)
 *   return state.status === 'success' ? <ConnectionStatusBadge status={state.connection.status} /> : null
 * }
 */
export function useConnection(connectionId: string): ConnectionState {
  const state = useConnections()
  if (state.status !== 'success') return state
  const { connections, permissions, administratorNames, liveUpdates, pendingCheckIds } = state
  const id = connectionId.toLowerCase()
  const connection = connections.find((candidate) => candidate.id.toLowerCase() === id)
  if (!connection) return { status: 'missing' }
  const isChecking = pendingCheckIds.has(connection.id)
  return { status: 'success', connection, permissions, administratorNames, liveUpdates, isChecking }
}
