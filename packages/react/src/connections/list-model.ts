import type { ConnectionView, StatusGroup } from '@nectar-connect/contract'
import type { Watch } from '../provider/connect-environment.ts'
import { connectionState, type StatusState } from '../status/status-state.ts'

export interface ListRow {
  connection: ConnectionView
  state: StatusState
}

/** The groups in the order in which they matter. */
export const GROUP_ORDER: readonly StatusGroup[] = [
  'needs-you',
  'waiting',
  'healthy',
  'provider',
  'inactive',
  'unknown',
]

/**
 * The rows of a list: what needs somebody first, then by latest change.
 *
 * @param now milliseconds since the epoch
 */
export function listRows(
  connections: readonly ConnectionView[],
  watches: ReadonlyMap<string, Watch>,
  now: number,
): ListRow[] {
  return connections
    .map((connection) => ({
      connection,
      state: connectionState(connection, watches.get(connection.id), now),
    }))
    .map((row) => ({ row, isFirst: row.state.group === 'needs-you', changedAt: changedAt(row.connection) }))
    .sort(
      (a, b) =>
        Number(b.isFirst) - Number(a.isFirst) ||
        b.changedAt - a.changedAt ||
        (a.row.connection.id < b.row.connection.id ? -1 : 1),
    )
    .map(({ row }) => row)
}

/** When something last happened to it, in milliseconds since the epoch. */
function changedAt({ statusAt, updatedAt, createdAt }: ConnectionView): number {
  return Date.parse(statusAt ?? updatedAt ?? createdAt ?? '') || 0
}

export interface ListFilter {
  query: string
  group: StatusGroup | null
}

export function filterRows(rows: readonly ListRow[], { query, group }: ListFilter): ListRow[] {
  const needle = fold(query.trim())
  return rows.filter(
    ({ connection, state }) =>
      (group === null || state.group === group) && (needle === '' || searchText(connection).includes(needle)),
  )
}

export function countGroups(rows: readonly ListRow[]): { group: StatusGroup; count: number }[] {
  const counts = new Map<StatusGroup, number>()
  for (const { state } of rows) counts.set(state.group, (counts.get(state.group) ?? 0) + 1)
  return GROUP_ORDER.flatMap((group) => {
    const count = counts.get(group)
    return count === undefined ? [] : [{ group, count }]
  })
}

/** Folded once for each connection: thousands are searched at each key that is pressed. */
const folded = new WeakMap<ConnectionView, string>()

function searchText(connection: ConnectionView): string {
  const known = folded.get(connection)
  if (known !== undefined) return known
  const { providerName, username, sites } = connection
  const text = [providerName, username, ...sites.map(({ name }) => name)]
    .map((part) => fold(part ?? ''))
    .join('\n')
  folded.set(connection, text)
  return text
}

/** Case and accents do not matter to a search. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
