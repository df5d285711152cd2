import { isSameId, type NectarConnection } from '@nectar-connect/contract/nectar'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import type { Log } from '../lib/log.ts'
import { createSingleFlightCache } from '../lib/shared-work.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import { requireOwnConnection } from '../nectar/ownership.ts'
import { viewConnection } from './connection-view.ts'

/** The connections of a company, as browsers may see them. Each call rejects with a `NectarConnectError`. */
export interface Connections {
  list(companyId: string, log: Log): Promise<ConnectionView[]>
  get(companyId: string, connectionId: string, log: Log): Promise<ConnectionView>
  /** Names of the company's sites by id, in lower case. Empty when they could not be read. */
  siteNames(companyId: string, log: Log): Promise<ReadonlyMap<string, string>>
  /** Forgets what was read of a connection and its company: it is known to be something else now. */
  invalidate(companyId: string, connectionId: string): void
  /** Forgets the names of the company's sites. */
  invalidateSites(companyId: string): void
}

interface ConnectionsOptions {
  exposeUsername: boolean
  now: () => number
  /** Told what was read from Nectar, and when the read was begun, once for each request to it. */
  afterRead(companyId: string, connections: NectarConnection[], readAt: number, log: Log): Promise<void>
}

/** Many tabs ask at once; a status that is two seconds old is none the worse. */
const KEPT_MS = 2_000
const SITES_KEPT_MS = 60_000

export function createConnections(client: NectarClient, options: ConnectionsOptions): Connections {
  const lists = createSingleFlightCache<ConnectionView[]>(KEPT_MS, options.now)
  const single = createSingleFlightCache<ConnectionView>(KEPT_MS, options.now)
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

  const readAll = async (companyId: string, log: Log): Promise<ConnectionView[]> => {
    const readAt = options.now()
    const names = siteNames(companyId, log)
    const connections = (await client.listConnections(companyId, log)).filter(
      ({ company }) => company === null || isSameId(company.id, companyId),
    )
    await options.afterRead(companyId, connections, readAt, log)
    const known = await names
    return connections.map((connection) => viewConnection(connection, known, options))
  }

  const readOne = async (companyId: string, connectionId: string, log: Log): Promise<ConnectionView> => {
    const readAt = options.now()
    const connection = await requireOwnConnection(client, companyId, connectionId, log)
    await options.afterRead(companyId, [connection], readAt, log)
    return viewConnection(connection, await siteNames(companyId, log), options)
  }

  return {
    list: (companyId, log) => lists.get(companyId, () => readAll(companyId, log)),
    get: (companyId, connectionId, log) =>
      single.get(`${companyId} ${connectionId}`, () => readOne(companyId, connectionId, log)),
    siteNames,
    invalidate(companyId, connectionId) {
      lists.drop(companyId)
      single.drop(`${companyId} ${connectionId}`)
    },
    invalidateSites: (companyId) => sites.drop(companyId),
  }
}
