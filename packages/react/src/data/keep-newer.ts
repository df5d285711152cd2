import type { ConnectionsResponse } from '@nectar-connect/contract/wire'
import { replaceEqualDeep } from '@tanstack/react-query'
import { cachedStatusTime, compareTimes } from './compare-times.ts'

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
