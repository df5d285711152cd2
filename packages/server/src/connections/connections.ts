import type { ConnectionView } from '@nectar-connect/contract'
import { isSameId } from '../ids.ts'
import type { Log } from '../log.ts'
import type { NectarClient } from '../nectar-client/nectar-client.ts'
import { createSingleFlightCache } from '../single-flight-cache.ts'
import { viewConnection } from './connection-view.ts'
import { requireOwnConnection } from './require-own-connection.ts'

/** The connections of a company, as browsers may see them. Each call rejects with a `NectarConnectError`. */
export interface Connections {
  list(companyId: string, log: Log): Promise<ConnectionView[]>
  get(companyId: string, connectionId: string, log: Log): Promise<ConnectionView>
  /** Forgets the names of the company's sites. */
  dropSites(companyId: string): void
}

/** Many tabs ask at once; a status that is two seconds old is none the worse. */
const LIST_KEPT_MS = 2_000
const SITES_KEPT_MS = 60_000

export function createConnections(
  client: NectarClient,
  options: { exposeUsername: boolean; now: () => number },
): Connections {
  const lists = createSingleFlightCache<ConnectionView[]>(LIST_KEPT_MS, options.now)
  const sites = createSingleFlightCache<ReadonlyMap<string, string>>(SITES_KEPT_MS, options.now)

  const siteNames = async (companyId: string, log: Log): Promise<ReadonlyMap<string, string>> => {
    try {
      return await sites.get(companyId, async () => {
        const company = await client.getCompany(companyId, log)
        return new Map(company.sites.map((site) => [site.id.toLowerCase(), site.name]))
      })
    } catch {
      // The client has logged it; connections without the names of their sites are better than none.
      return new Map()
    }
  }
  return {
    list: (companyId, log) =>
      lists.get(companyId, async () => {
        const names = siteNames(companyId, log)
        const connections = await client.listConnections(companyId, log)
        return Promise.all(
          connections
            .filter(({ company }) => company === null || isSameId(company.id, companyId))
            .map(async (connection) => viewConnection(connection, await names, options)),
        )
      }),
    async get(companyId, connectionId, log) {
      const connection = await requireOwnConnection(client, companyId, connectionId, log)
      return viewConnection(connection, await siteNames(companyId, log), options)
    },
    dropSites: (companyId) => sites.drop(companyId),
  }
}
