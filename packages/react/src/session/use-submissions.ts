import type { SessionSubmission } from '@nectar-connect/client'
import { type ConnectionView, describeStatus } from '@nectar-connect/contract/wire'
import { useCallback, useEffect, useRef } from 'react'
import { connectionsRoot } from '../data/queries.ts'
import { isNewer } from '../data/status-state.ts'
import { useEnvironment } from '../data/use-environment.ts'

/**
 * Follows what was submitted here until it is connected, also after the dialog was closed.
 *
 * @returns takes up a submission: the lists look again at once, and eagerly from then on
 */
export function useSubmissions(
  connections: readonly ConnectionView[],
  onConnected: (connection: ConnectionView) => void,
): (submission: SessionSubmission) => void {
  const environment = useEnvironment()
  const { queryClient } = environment
  const followed = useRef(new Map<string, SessionSubmission['intent']>())

  useEffect(() => {
    for (const connection of connections) {
      const intent = followed.current.get(connection.id)
      if (!intent || describeStatus(connection.status, connection.isActive).group !== 'healthy') continue
      if (intent.kind === 'reconnect' && !isNewer(connection, intent.baseline)) continue
      followed.current.delete(connection.id)
      onConnected(connection)
    }
  })

  return useCallback(
    ({ intent, connections: submitted }) => {
      for (const { id } of submitted) followed.current.set(id, intent)
      if (intent.kind === 'reconnect') {
        const watch = { since: new Date().toISOString(), baseline: intent.baseline }
        environment.pendingChecks.set(
          new Map(environment.pendingChecks.get()).set(intent.connectionId, watch),
        )
      }
      void queryClient.invalidateQueries({ queryKey: connectionsRoot(environment.client.basePath) })
    },
    [environment, queryClient],
  )
}
