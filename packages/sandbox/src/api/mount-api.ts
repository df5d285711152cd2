import type { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Faults } from '../faults/faults.ts'
import { isInScope, type SiteRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { ApiFailure, readBody, readId } from './api-failure.ts'
import { mountInvitationRoutes } from './invitation-routes.ts'
import { pageOf, readPaging } from './paging.ts'
import { createRouter, type Handler, type Route } from './route.ts'
import { companyView, connectionView, siteView } from './views.ts'

const name = z.string().check(z.minLength(1), z.maxLength(500))
const companyCreate = z.object({ name, externalId: z.optional(z.nullable(z.string())) })
const siteCreate = z.object({
  name,
  externalId: z.optional(z.nullable(z.string())),
  address: z.optional(z.nullable(z.string())),
  path: z.optional(z.nullable(z.array(z.string()))),
})

/** The REST API under `/v2.2`, `/v2.1` and `/v2`. */
export function mountApi(state: SandboxState, faults: Faults, app: Hono): void {
  const route = createRouter(state, faults, app)
  mountCompanyRoutes(state, route)
  mountConnectionRoutes(state, route)
  mountInvitationRoutes(state, route)
  app.all('/:version{v[0-9.]+}/*', () => Response.json({ detail: 'Not Found' }, { status: 404 }))
}

/** Companies and their sites. */
function mountCompanyRoutes(state: SandboxState, route: Route): void {
  const { ids } = state

  route('GET', '/ping', ({ version }) => ({ status: 200, body: { status: 'ok', version } }))

  route('GET', '/company', ({ scope }) => ({
    status: 200,
    body: [...state.companies.values()]
      .filter((company) => isInScope(scope, company))
      .map((company) => companyView(state, company)),
  }))

  route('POST', '/company', async ({ request, scope }) => {
    if (scope !== null) throw new ApiFailure(403, 'The API key does not make companies.')
    const input = await readBody(request, companyCreate)
    const company = {
      id: ids.uuid(),
      publicId: ids.uuid(),
      name: input.name,
      externalId: input.externalId ?? null,
      users: [],
    }
    state.companies.set(company.id, company)
    return { status: 201, body: companyView(state, company) }
  })

  route('GET', '/company/{company_id}', ({ find }) => ({
    status: 200,
    body: companyView(state, find(state.companies, 'Company', 'company_id')),
  }))

  const createSite: Handler = async ({ request, find }) => {
    const company = find(state.companies, 'Company', 'company_id')
    const input = await readBody(request, siteCreate)
    const site: SiteRecord = {
      id: ids.uuid(),
      companyId: company.id,
      name: input.name,
      externalId: input.externalId ?? null,
      address: input.address ?? null,
      path: input.path ?? [],
      dataCollectionStopDate: null,
    }
    state.sites.set(site.id, site)
    return { status: 201, body: siteView(site) }
  }
  // The reference writes the first path, a guide the second.
  route('POST', '/site/company/{company_id}', createSite)
  route('POST', '/company/{company_id}/site', createSite)

  route('GET', '/site/{site_id}', ({ find }) => ({
    status: 200,
    body: siteView(find(state.sites, 'Site', 'site_id')),
  }))
}

/** Connections: the list of a company and one of them. */
function mountConnectionRoutes(state: SandboxState, route: Route): void {
  route('GET', '/connection/company/{company_id}', ({ find, query }) => {
    const company = find(state.companies, 'Company', 'company_id')
    const paging = readPaging(query)
    const owner = query.get('connectionOwnerEmail')?.toLowerCase()
    const sites = readSites(state, query)
    const found = state.connections
      .of(company.id)
      .filter(
        (connection) =>
          (owner === undefined || connection.ownerEmail?.toLowerCase() === owner) &&
          (sites.length === 0 || connection.siteIds.some((id) => sites.includes(id))),
      )
    const body = pageOf('connections', found, paging, (connection) => connectionView(state, connection))
    return { status: 200, body }
  })

  route('GET', '/connection/{connection_id}/details', ({ find }) => ({
    status: 200,
    body: connectionView(state, find(state.connections, 'Connection', 'connection_id')),
  }))
}

/** `sites` may be repeated or separated by commas. */
function readSites(state: SandboxState, query: URLSearchParams): string[] {
  return query
    .getAll('sites')
    .flatMap((value) => value.split(','))
    .filter((id) => id !== '')
    .map((id) => readId(state.sites, 'Site', id.trim()).id)
}
