import type { ConnectionView } from '@nectar-connect/contract/wire'
import { connection } from './fixtures.ts'

const STATUSES = ['CONNECTED', 'CONNECTED', 'PENDING', 'PASSWORD_INCORRECT', 'WEBSITE_DOWN']

/** Connections in every state. The later in the list, the later it changed. */
export function manyConnections(count: number): ConnectionView[] {
  const day = Date.parse('2026-11-01T00:00:00Z')
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(day + index * 60_000).toISOString()
    return connection({
      id: `a6c70a54-34e7-4277-80b0-${String(index).padStart(12, '0')}`,
      providerName: `Utility ${index} of Überlandwerk`,
      status: STATUSES[index % STATUSES.length] ?? 'CONNECTED',
      sites: [{ id: connection().id, name: `Hotel ${index}` }],
      statusAt: at,
      updatedAt: at,
    })
  })
}
