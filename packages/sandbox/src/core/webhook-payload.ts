import { webhookTime } from './clock.ts'
import type { ConnectionRecord, State } from './records.ts'

export type ConnectionEvent =
  | { type: 'connection.created.v2' }
  | { type: 'connection.validated.v2' }
  | { type: 'connection.updated.v2'; old: { status: string } }

/**
 * The body of a connection webhook: the connection itself, with `eventType`, as Nectar's catalogue at Svix
 * shows it.
 */
export function webhookPayload(
  state: State,
  connection: ConnectionRecord,
  event: ConnectionEvent,
): Record<string, unknown> {
  const company = state.companies.get(connection.companyId)
  const changes =
    event.type === 'connection.updated.v2' ? { old: event.old, protectedChanges: Object.keys(event.old) } : {}
  return {
    eventType: event.type,
    id: connection.id,
    status: connection.status,
    url: connection.datasource.url,
    country: connection.country,
    created: webhookTime(connection.created),
    updated: webhookTime(connection.updated),
    company: {
      id: connection.companyId,
      name: company?.name ?? null,
      externalId: company?.externalId ?? null,
      publicId: company?.publicId ?? null,
    },
    datasource: { name: connection.datasource.name },
    emails: connection.ownerEmail === null ? [] : [connection.ownerEmail],
    sitesRelations: connection.siteIds.map((siteId) => ({
      accountIds: [],
      datasourceTypes: connection.utilityTypes,
      site: { id: siteId, name: state.sites.get(siteId)?.name ?? null },
    })),
    ...changes,
  }
}
