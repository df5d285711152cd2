import { nectarConnection, nectarConnectionPage } from '@nectar-connect/contract/nectar'
import type { World } from '../core/world.ts'
import { readId } from '../lib/read.ts'
import { pageOf, readPaging } from './paging.ts'
import type { Route } from './route.ts'
import { connectionView } from './views.ts'

/** Connections: the list of a company and one of them. */
export function mountConnectionRoutes(world: World, route: Route): void {
  const { state } = world

  route('GET', '/connection/company/{company_id}', ({ find, query }) => {
    const company = find(state.companies, 'Company', 'company_id')
    const paging = readPaging(query)
    const owner = query.get('connectionOwnerEmail')?.toLowerCase()
    const sites = readSites(world, query)
    const found = state.connections
      .of(company.id)
      .filter(
        (connection) =>
          (owner === undefined || connection.ownerEmail?.toLowerCase() === owner) &&
          (sites.length === 0 || connection.siteIds.some((id) => sites.includes(id))),
      )
    const body = pageOf('connections', found, paging, (connection) => connectionView(world, connection))
    return { status: 200, body, schema: nectarConnectionPage }
  })

  route('GET', '/connection/{connection_id}/details', ({ find }) => ({
    status: 200,
    body: connectionView(world, find(state.connections, 'Connection', 'connection_id')),
    schema: nectarConnection,
  }))
}

/** `sites` may be repeated or separated by commas. */
function readSites(world: World, query: URLSearchParams): string[] {
  return query
    .getAll('sites')
    .flatMap((value) => value.split(','))
    .filter((id) => id !== '')
    .map((id) => readId(world.state.sites, 'Site', id.trim()).id)
}
