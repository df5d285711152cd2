import {
  type ChangesResponse,
  type ConnectionChange,
  type ConnectionsResponse,
  type ConnectionView,
  describeStatus,
} from '@nectar-connect/contract/wire'
import { cachedStatusTime, compareTimes } from './compare-times.ts'

/** Puts changes into what is known, unless they are older; the same object comes back where nothing changes. */
export function applyChanges(
  known: ConnectionsResponse,
  changes: readonly ConnectionChange[],
): ConnectionsResponse {
  const byConnection = new Map<string, ConnectionChange[]>()
  for (const change of changes) {
    const own = byConnection.get(change.connectionId)
    if (own) own.push(change)
    else byConnection.set(change.connectionId, [change])
  }
  let isPatched = false
  const connections = known.connections.map((connection) => {
    const patched = (byConnection.get(connection.id) ?? []).reduce(patch, connection)
    isPatched ||= patched !== connection
    return patched
  })
  return isPatched ? { ...known, connections } : known
}

function patch(connection: ConnectionView, change: ConnectionChange): ConnectionView {
  if (compareTimes(change.at, cachedStatusTime(connection)) < 0) return connection
  const statusSince = connection.status === change.to ? connection.statusSince : change.at
  return { ...connection, status: change.to, statusAt: change.at, statusSince }
}

/**
 * Whether a change is all there is to know: not where the connection is new, where what is known says otherwise, or
 * where collecting is switched on or off, which no change tells.
 */
export function isTold(connection: ConnectionView | undefined, { from, to }: ConnectionChange): boolean {
  const isOff = (status: string) => describeStatus(status, connection?.isActive).group === 'inactive'
  return connection?.status === to && !isOff(to) && !isOff(from ?? to)
}

/** Puts a change on top of a history, unless it is in there already or belongs further down. */
export function patchHistory(known: ChangesResponse, change: ConnectionChange): ChangesResponse {
  const isKnown = known.changes.some(({ eventId }) => eventId === change.eventId)
  const [newest] = known.changes
  if (isKnown || (newest && compareTimes(change.at, newest.at) < 0)) return known
  return { ...known, changes: [change, ...known.changes] }
}
