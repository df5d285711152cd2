import type { ConnectError } from '@nectar-connect/client'
import type { ConnectionsResponse, ConnectionView, Permissions } from '@nectar-connect/contract'
import { QueryClientContext, useQuery } from '@tanstack/react-query'
import { useContext, useEffect, useSyncExternalStore } from 'react'
import { useEnvironment } from '../provider/nectar-connect-provider.tsx'
import { connectionsQuery, connectionsRoot } from './connections-query.ts'

export type ConnectionsState =
  | { type: 'loading' }
  | { type: 'error'; error: ConnectError; retry: () => void }
  | {
      type: 'success'
      connections: readonly ConnectionView[]
      /** What the signed-in user may do. */
      can: Permissions
      /** Names of people who may do what this one may not. */
      administrators: readonly string[]
      /** Where Nectar's page lives, when the server says so. */
      hostedOrigin?: string | undefined
    }

/**
 * The connections of the signed-in user's organisation, kept current while the page is visible.
 *
 * @example
 * const state = useConnections()
 * if (state.type === 'success') return <p>{state.connections.length} accounts</p>
 */
export function useConnections(): ConnectionsState {
  const environment = useEnvironment()
  const { client } = environment
  const queryClient = useContext(QueryClientContext) ?? environment.queryClient
  const scope = useSyncExternalStore(client.scope.subscribe, client.scope.get, () => null)
  const query = useQuery<ConnectionsResponse, ConnectError>(
    connectionsQuery(environment, queryClient, scope),
    queryClient,
  )

  useEffect(() => {
    let last = client.scope.get()
    return client.scope.subscribe(() => {
      const left = last
      last = client.scope.get()
      if (left !== null && left !== last) {
        queryClient.removeQueries({ queryKey: [...connectionsRoot(client.basePath), left] })
      }
    })
  }, [client, queryClient])

  if (query.data) return { type: 'success', ...query.data }
  if (query.error) return { type: 'error', error: query.error, retry: () => void query.refetch() }
  return { type: 'loading' }
}
