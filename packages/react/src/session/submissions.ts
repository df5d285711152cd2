import type { ConnectPhase, SessionSubmission, SubmittedConnection } from '@nectar-connect/client'
import { type ConnectionView, describeStatus } from '@nectar-connect/contract/wire'
import { useCallback, useEffect, useRef } from 'react'
import type { PendingCheck } from '../data/connect-environment.ts'
import { connectionsRoot } from '../data/connections-query.ts'
import { isNewer } from '../data/is-newer.ts'
import { connectionState, type StatusState } from '../data/status-state.ts'
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
  const { client, queryClient, pendingChecks } = useEnvironment()
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
        const check = { since: new Date().toISOString(), baseline: intent.baseline }
        pendingChecks.set(new Map(pendingChecks.get()).set(intent.connectionId, check))
      }
      void queryClient.invalidateQueries({ queryKey: connectionsRoot(client.basePath) })
    },
    [client, queryClient, pendingChecks],
  )
}

/** A connection whose details were submitted, as far as the backend has proved by now. */
export interface SubmittedState extends SubmittedConnection {
  /** Null until the backend has listed it. */
  connection: ConnectionView | null
  /** `PENDING` until there is news. */
  state: StatusState
}

/** Joins what a session submitted with what is known of those connections now. */
export function submittedStates(
  phase: Extract<ConnectPhase, { status: 'submitted' }>,
  connections: readonly ConnectionView[],
  now: number,
): SubmittedState[] {
  const { intent, at } = phase
  const check: PendingCheck | undefined =
    intent.kind === 'reconnect' ? { since: at, baseline: intent.baseline } : undefined
  return phase.connections.map(({ id, providerName }) => {
    const connection = connections.find((candidate) => candidate.id === id) ?? null
    const state = connectionState(connection ?? { ...UNHEARD, id }, check, now)
    return { id, providerName: connection?.providerName ?? providerName, connection, state }
  })
}

const UNHEARD: Omit<ConnectionView, 'id'> = {
  status: 'PENDING',
  isActive: true,
  providerName: null,
  providerUrl: null,
  country: null,
  utilityTypes: [],
  sites: [],
  createdAt: null,
  statusAt: null,
  statusSince: null,
  updatedAt: null,
}
