import type { ConnectionChange, ConnectionsResponse } from '@nectar-connect/contract'
import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { connectionsQuery } from '../connections/connections-query.ts'
import type { ConnectEnvironment } from '../provider/connect-environment.ts'
import { compareTimes } from './compare-times.ts'
import { onScopeLeft } from './on-scope-left.ts'
import { heldAt } from './patch-connections.ts'

/**
 * Calls back with each change of a status, once: as the stream tells it, and while that does not get through, as
 * reading finds it.
 *
 * @returns ends the following
 */
export function followChanges(
  environment: ConnectEnvironment,
  queryClient: QueryClient,
  onChange: (change: ConnectionChange) => void,
): () => void {
  const { changes, client } = environment
  /** The newest that is known of each connection. The stream tells late what reading has found meanwhile. */
  const known = new Map<string, { status: string; at: string | null }>()
  const query = () => connectionsQuery(environment, queryClient, client.scope.get())
  let endReading: (() => void) | null = null

  function take(change: ConnectionChange) {
    const last = known.get(change.connectionId)
    if (last && (last.status === change.to || compareTimes(change.at, last.at) < 0)) return
    known.set(change.connectionId, { status: change.to, at: change.at })
    onChange(change)
  }

  function compare({ connections }: ConnectionsResponse) {
    for (const connection of connections) {
      const { id, status } = connection
      const at = heldAt(connection)
      const last = known.get(id)
      if (!last) known.set(id, { status, at })
      else if (last.status !== status) take(found(id, last.status, status, at))
    }
  }

  function read(): () => void {
    const observer = new QueryObserver(queryClient, query())
    const look = () => {
      const { data } = observer.getCurrentResult()
      if (data) compare(data)
    }
    const ends = [
      observer.subscribe(look),
      client.scope.subscribe(() => observer.setOptions(query())),
      () => observer.destroy(),
    ]
    look()
    return () => {
      for (const end of ends) end()
    }
  }

  function adjust() {
    const isPolling = changes.state.get() === 'polling'
    if (isPolling) endReading ??= read()
    else stopReading()
  }

  function stopReading() {
    endReading?.()
    endReading = null
  }

  const ends = [
    onScopeLeft(client.scope, () => known.clear()),
    changes.subscribe({ onChange: take, onReset() {} }),
    changes.state.subscribe(adjust),
    stopReading,
  ]
  adjust()
  return () => {
    for (const end of ends) end()
  }
}

function found(connectionId: string, from: string, to: string, at: string | null): ConnectionChange {
  const when = at ?? new Date().toISOString()
  const eventId = `read-${connectionId}-${to}-${when}`
  return { cursor: null, eventId, connectionId, from, to, at: when, source: 'poll' }
}
