import type { NectarConnection } from '@nectar-connect/contract/nectar'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { toIso } from '../lib/values.ts'

/**
 * A connection as a browser may see it.
 *
 * @param siteNames Names by id, in lower case.
 */
export function viewConnection(
  connection: NectarConnection,
  siteNames: ReadonlyMap<string, string>,
  { exposeUsername }: { exposeUsername: boolean },
): ConnectionView {
  const { username } = connection
  return {
    id: connection.id,
    status: connection.status,
    isActive: connection.isActive,
    providerName: connection.datasource?.name ?? null,
    providerUrl: httpsUrl(connection.datasource?.url ?? null) ?? httpsUrl(connection.url),
    country: connection.country,
    utilityTypes: connection.initialDatasourceTypes,
    sites: connection.initialSites.map((id) => ({ id, name: siteNames.get(id.toLowerCase()) ?? null })),
    createdAt: toIso(connection.created),
    statusAt: toIso(connection.statusLastUpdateTime),
    statusSince: toIso(connection.statusFirstSeenTime),
    updatedAt: toIso(connection.updated),
    ...(exposeUsername && username !== null ? { username } : {}),
  }
}

/** The address becomes a link in a browser: nothing but https, and no credentials. */
function httpsUrl(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null
  const { protocol, username, password, href } = new URL(text)
  return protocol === 'https:' && username === '' && password === '' ? href : null
}
