import type { ConnectionChange, ConnectionView } from '@nectar-connect/contract/wire'
import { QueryObserver } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callHost } from '../context/call-host.ts'
import { useLatest } from '../context/use-latest.ts'
import { cachedStatusTime, compareTimes } from './compare-times.ts'
import { connectionsQuery } from './queries.ts'
import { refetchInterval } from './refetch-interval.ts'
import { syncCacheFromStream } from './sync-cache-from-stream.ts'
import { type ConnectEnvironment, onScopeChange, useEnvironment } from './use-environment.ts'
import { holdCache } from './use-own-query.ts'

/**
 * Calls back with each change of a connection's status, as it comes: for the host's own toasts. Needs no other component
 * on the page. Changes that happened while the page was hidden come when it is shown again. Where the stream does not
 * get through, or the server has no webhooks, they are found by reading: later, and of several between two readings only
 * what came of them, with `cursor: null` and `source: 'poll'`.
 *
 * @example
 * useStatusChanges(({ to }) => {
 *   if (to === 'CONNECTED') toast('A utility account is connected')
 * })
 */
export function useStatusChanges(onStatusChange: ((change: ConnectionChange) => void) | undefined): void {
  const environment = useEnvironment()
  const latest = useLatest(onStatusChange)
  const isWanted = onStatusChange !== undefined
  useEffect(() => {
    if (!isWanted) return undefined
    return followChanges(environment, (change) => callHost(latest.current, change))
  }, [environment, isWanted, latest])
}

/**
 * Calls back with each change of a status, once: as the stream tells it, and as reading finds it where the stream does
 * not get through or its server hears of nothing unless somebody reads.
 *
 * @returns ends the following
 */
export function followChanges(
  environment: ConnectEnvironment,
  onChange: (change: ConnectionChange) => void,
): () => void {
  const { changes, client, queryClient } = environment
  /** The newest that is known of each connection: the stream may tell late what reading has found meanwhile. */
  const known = new Map<string, { status: string; at: string | null }>()
  const query = () => connectionsQuery(environment, client.scope.get(), refetchInterval)
  const observer = new QueryObserver(queryClient, query())

  function take(change: ConnectionChange) {
    const last = known.get(change.connectionId)
    if (last && (last.status === change.to || compareTimes(change.at, last.at) < 0)) return
    known.set(change.connectionId, { status: change.to, at: change.at })
    onChange(change)
  }

  function compare(connection: ConnectionView) {
    const { id, status } = connection
    const at = cachedStatusTime(connection)
    const last = known.get(id)
    if (!last) known.set(id, { status, at })
    else if (last.status !== status) take(found(id, last.status, status, at))
  }

  function look() {
    const { data } = observer.getCurrentResult()
    const isTold = data?.liveUpdates === 'stream' && changes.state.get() !== 'polling'
    if (!isTold) data?.connections.forEach(compare)
  }

  /** Who is here, and how often has to be read, depends on what happened. */
  function adjust() {
    observer.setOptions(query())
    look()
  }

  const ends = [
    holdCache(environment),
    syncCacheFromStream(environment),
    onScopeChange(client.scope, () => known.clear()),
    changes.subscribe({ onChange: take, onReset() {} }),
    observer.subscribe(look),
    client.scope.subscribe(adjust),
    client.isSettled.subscribe(adjust),
    changes.state.subscribe(adjust),
    () => observer.destroy(),
  ]
  look()
  return () => {
    for (const end of ends) end()
  }
}

function found(connectionId: string, from: string, to: string, at: string | null): ConnectionChange {
  const when = at ?? new Date().toISOString()
  const eventId = `read-${connectionId}-${to}-${when}`
  return { cursor: null, eventId, connectionId, from, to, at: when, source: 'poll' }
}
