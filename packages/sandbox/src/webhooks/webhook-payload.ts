import type { PayloadFormat } from '../options.ts'
import type { ConnectionEvent } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { webhookTime } from '../state/time.ts'

type Body = Record<string, unknown>

/** All that any format says about a connection. */
export function connectionData(
  { companies, sites }: SandboxState,
  { connection, old }: ConnectionEvent,
): Body {
  const company = companies.get(connection.companyId)
  return {
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
      accountIds: connection.accounts.map(({ accountNumber }) => accountNumber),
      datasourceTypes: connection.utilityTypes,
      site: { id: siteId, name: sites.get(siteId)?.name ?? null },
    })),
    ...(old && { old, protectedChanges: Object.keys(old) }),
  }
}

/** A webhook's body in one of the formats. Only connections lose fields. */
export function webhookBody(format: PayloadFormat, type: string, data: Body): Body {
  if (format === 'catalog' || !type.startsWith('connection.')) return { eventType: type, ...data }
  const { company: _, datasource: __, ...left } = data
  return { eventType: type, ...left }
}
