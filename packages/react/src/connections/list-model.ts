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
    .sort(
      (a, b) =>
        Number(b.state.group === 'needs-you') - Number(a.state.group === 'needs-you') ||
        changedAt(b.connection) - changedAt(a.connection) ||
        a.connection.id.localeCompare(b.connection.id),
    )
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
      (group === null || state.group === group) &&
      (needle === '' || searchText(connection).some((text) => fold(text).includes(needle))),
  )
}

export function countGroups(rows: readonly ListRow[]): { group: StatusGroup; count: number }[] {
  return GROUP_ORDER.map((group) => ({
    group,
    count: rows.filter(({ state }) => state.group === group).length,
  })).filter(({ count }) => count > 0)
}

function searchText({ providerName, username, sites }: ConnectionView): string[] {
  return [providerName, username, ...sites.map(({ name }) => name)].filter((text) => typeof text === 'string')
}

/** Case and accents do not matter to a search. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
