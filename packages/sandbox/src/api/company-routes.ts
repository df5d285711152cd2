import { nectarCompanies, nectarCompany, nectarSite } from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'
import { isInScope } from '../core/api-keys.ts'
import type { SiteRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import { ApiFailure } from '../lib/answer.ts'
import { readBody } from '../lib/read.ts'
import type { Handler, Route } from './route.ts'
import { companyView, siteView } from './views.ts'

const name = z.string().check(z.minLength(1), z.maxLength(500))
const companyCreate = z.object({ name, externalId: z.optional(z.nullable(z.string())) })
const siteCreate = z.object({
  name,
  externalId: z.optional(z.nullable(z.string())),
  address: z.optional(z.nullable(z.string())),
  path: z.optional(z.nullable(z.array(z.string()))),
})

/** Companies and their sites. */
export function mountCompanyRoutes(world: World, route: Route): void {
  const { state, ids } = world

  route('GET', '/ping', ({ version }) => ({ status: 200, body: { status: 'ok', version } }))

  route('GET', '/company', ({ scope }) => ({
    status: 200,
    body: [...state.companies.values()]
      .filter((company) => isInScope(scope, company))
      .map((company) => companyView(world, company)),
    schema: nectarCompanies,
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
    return { status: 201, body: companyView(world, company), schema: nectarCompany }
  })

  route('GET', '/company/{company_id}', ({ find }) => ({
    status: 200,
    body: companyView(world, find(state.companies, 'Company', 'company_id')),
    schema: nectarCompany,
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
    return { status: 201, body: siteView(site), schema: nectarSite }
  }
  // The reference writes the first path, a guide the second.
  route('POST', '/site/company/{company_id}', createSite)
  route('POST', '/company/{company_id}/site', createSite)

  route('GET', '/site/{site_id}', ({ find }) => ({
    status: 200,
    body: siteView(find(state.sites, 'Site', 'site_id')),
    schema: nectarSite,
  }))
}
