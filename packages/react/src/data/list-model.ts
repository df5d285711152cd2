import type { ConnectionView, StatusGroup } from '@nectar-connect/contract/wire'
import { replaceEqualDeep } from '@tanstack/react-query'
import { connectionState, lastUpdatedAt, type StatusState } from './status-state.ts'
import type { PendingCheck } from './use-environment.ts'

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

/** The rows of a list at a time in milliseconds: what needs somebody first, then by latest change. */
export function listRows(
  connections: readonly ConnectionView[],
  pendingChecks: ReadonlyMap<string, PendingCheck>,
  now: number,
): ListRow[] {
  return connections
    .map((connection) =>
      toRow(connection, connectionState(connection, pendingChecks.get(connection.id), now)),
    )
    .map((row) => ({
      row,
      isFirst: row.state.group === 'needs-you',
      heardAt: Date.parse(lastUpdatedAt(row.connection) ?? '') || 0,
    }))
    .sort(
      (a, b) =>
        Number(b.isFirst) - Number(a.isFirst) ||
        b.heardAt - a.heardAt ||
        (a.row.connection.id < b.row.connection.id ? -1 : 1),
    )
    .map(({ row }) => row)
}

const rows = new WeakMap<ConnectionView, ListRow>()

/** The same object for as long as it says the same: then it need not be drawn anew. */
function toRow(connection: ConnectionView, state: StatusState): ListRow {
  const row = replaceEqualDeep(rows.get(connection), { connection, state })
  rows.set(connection, row)
  return row
}

export interface ListFilter {
  query: string
  group: StatusGroup | null
}

export const EVERYTHING: ListFilter = { query: '', group: null }

/** Below this many rows, a search and filters cost more attention than they save. */
const FILTER_FROM = 7

export function canFilter(rows: readonly ListRow[]): boolean {
  return rows.length >= FILTER_FROM
}

/** What is left of a filter as rows come and go: one that cannot be seen any more hides nothing. */
export function currentFilter(rows: readonly ListRow[], filter: ListFilter): ListFilter {
  if (!canFilter(rows)) return EVERYTHING
  const hasGroup = filter.group === null || rows.some(({ state }) => state.group === filter.group)
  return hasGroup ? filter : { ...filter, group: null }
}

export function filterRows(rows: readonly ListRow[], { query, group }: ListFilter): ListRow[] {
  const needle = fold(query.trim())
  return rows.filter(
    ({ connection, state }) =>
      (group === null || state.group === group) && (needle === '' || searchText(connection).includes(needle)),
  )
}

export function countGroups(rows: readonly ListRow[]): { group: StatusGroup; size: number }[] {
  const sizes = new Map<StatusGroup, number>()
  for (const { state } of rows) sizes.set(state.group, (sizes.get(state.group) ?? 0) + 1)
  return GROUP_ORDER.flatMap((group) => {
    const size = sizes.get(group)
    return size === undefined ? [] : [{ group, size }]
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
