import {
  type ChangesResponse,
  type ConnectionChange,
  type ConnectionsResponse,
  type ConnectionView,
  describeStatus,
} from '@nectar-connect/contract/wire'
import { replaceEqualDeep } from '@tanstack/react-query'

/**
 * When a connection's status is known to have held: when it was last checked, and when anything about the connection
 * last changed. The server dates what it finds by reading in the same way.
 */
export function cachedStatusTime({ statusAt, updatedAt }: ConnectionView): string | null {
  return compareTimes(updatedAt, statusAt) > 0 ? updatedAt : statusAt
}

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

/**
 * An answer that was under way while changes came in may be older than they are: then the newer status stays. What is
 * the same is the same object, wherever in the list it stands now, so that it need not be drawn anew.
 *
 * @param asked what was known when the question was sent
 * @param known what is known by now
 */
export function keepNewer(
  asked: ConnectionsResponse | undefined,
  known: ConnectionsResponse | undefined,
  answer: ConnectionsResponse,
): ConnectionsResponse {
  if (!known) return answer
  const before = new Map(asked?.connections.map((connection) => [connection.id, connection]))
  const now = new Map(known.connections.map((connection) => [connection.id, connection]))
  const connections = answer.connections.map((connection) => {
    const current = now.get(connection.id)
    if (current === undefined) return connection
    const order = compareTimes(cachedStatusTime(connection), cachedStatusTime(current))
    // Of two that cannot be told apart, what came while the answer was under way is the newer one.
    const isOlder = order < 0 || (order === 0 && current !== before.get(connection.id))
    const { status, statusAt, statusSince } = isOlder ? current : connection
    return replaceEqualDeep(current, { ...connection, status, statusAt, statusSince })
  })
  const isSame =
    connections.length === now.size && connections.every((one, index) => one === known.connections[index])
  if (!isSame) return { ...answer, connections }
  return replaceEqualDeep(known, { ...answer, connections: known.connections })
}

/** Puts a change on top of a history, unless it is in there already or belongs further down. */
export function patchHistory(known: ChangesResponse, change: ConnectionChange): ChangesResponse {
  const isKnown = known.changes.some(({ eventId }) => eventId === change.eventId)
  const [newest] = known.changes
  if (isKnown || (newest && compareTimes(change.at, newest.at) < 0)) return known
  return { ...known, changes: [change, ...known.changes] }
}

/**
 * Which of two moments is later, as far as their digits tell: Nectar writes some with microseconds and others in whole
 * seconds only, and a `Date` would drop what makes the difference.
 *
 * @returns negative: `a` is earlier; positive: it is later; 0: the same, or not to be told apart
 */
export function compareTimes(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  const [one, other] = [split(a), split(b)]
  if (one.second !== other.second) return one.second < other.second ? -1 : 1
  const digits = Math.min(one.fraction.length, other.fraction.length)
  const [left, right] = [one.fraction.slice(0, digits), other.fraction.slice(0, digits)]
  return left === right ? 0 : left < right ? -1 : 1
}

function split(iso: string): { second: number; fraction: string } {
  // Zeros at the end say nothing: whole seconds are written with them as well.
  const fraction = /\.(\d+)/.exec(iso)?.[1]?.replace(/0+$/, '') ?? ''
  return { second: Math.floor(Date.parse(iso) / 1000), fraction }
}
