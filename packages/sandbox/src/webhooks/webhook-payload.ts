import type { ConnectionRecord, State } from '../core/records.ts'
import { webhookTime } from '../lib/clock.ts'
import type { PayloadFormat } from './webhook-schema.ts'

export type ConnectionEvent =
  | { type: 'connection.created.v2' }
  | { type: 'connection.validated.v2' }
  | { type: 'connection.updated.v2'; old: { status?: string; username?: string; isActive?: boolean } }

type Body = Record<string, unknown>

/** All that any format says about a connection. */
export function connectionData(state: State, connection: ConnectionRecord, event: ConnectionEvent): Body {
  const company = state.companies.get(connection.companyId)
  const changes =
    event.type === 'connection.updated.v2' ? { old: event.old, protectedChanges: Object.keys(event.old) } : {}
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
      site: { id: siteId, name: state.sites.get(siteId)?.name ?? null },
    })),
    ...changes,
  }
}

/** A webhook's body in one of the formats. Only connections lose fields. */
export function webhookBody(format: PayloadFormat, type: string, data: Body): Body {
  const left = type.startsWith('connection.') ? without(data, LEFT_OUT[format]) : data
  switch (format) {
    case 'guide':
      return left
    case 'envelope':
      return { type, data: left }
    case 'catalog':
    case 'lean':
      return { eventType: type, ...left }
  }
}

const LEFT_OUT: Record<PayloadFormat, readonly string[]> = {
  guide: ['country', 'emails'],
  envelope: ['country', 'emails'],
  catalog: [],
  lean: ['company', 'datasource'],
}

function without(data: Body, fields: readonly string[]): Body {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field)))
}
