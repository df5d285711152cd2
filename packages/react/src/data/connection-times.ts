import type { ConnectionView } from '@nectar-connect/contract/wire'

/** Since when a connection has had its status, as far as that is known. ISO 8601. */
export function statusSince(connection: ConnectionView): string | null {
  return connection.statusSince ?? lastUpdatedAt(connection)
}

/** When a connection was last heard of. ISO 8601. */
export function lastUpdatedAt({ statusAt, updatedAt, createdAt }: ConnectionView): string | null {
  return statusAt ?? updatedAt ?? createdAt
}
