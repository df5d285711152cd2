import { type NectarPrefill, nectarInvitationCreate, UTILITY_TYPES } from '@nectar-connect/contract/nectar'
import type { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Faults } from '../faults/faults.ts'
import { parseWebUrl } from '../options.ts'
import {
  createInvitation,
  type InvitationTarget,
  invitationStatus,
  revokeInvitation,
} from '../state/invitations.ts'
import { findProvider } from '../state/providers.ts'
import { isInScope } from '../state/records.ts'
import { newCompany, newSite, type SandboxState } from '../state/sandbox-state.ts'
import { ApiFailure, badRequest, readBody, readId } from './api-failure.ts'
import { pageOf, readPaging } from './paging.ts'
import { createRouter, type Handler, type Route } from './route.ts'
import { companyView, connectionView, invitationDetailView, invitationView, siteView } from './views.ts'

const name = z.string().check(z.minLength(1), z.maxLength(500))
const companyCreate = z.object({ name, externalId: z.optional(z.nullable(z.string())) })
const siteCreate = z.object({
  ...companyCreate.shape,
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

function mountCompanyRoutes(state: SandboxState, route: Route): void {
  route('GET', '/ping', ({ version }) => ({ status: 'ok', version }))

  route('GET', '/company', ({ scope }) =>
    [...state.companies.values()]
      .filter((company) => isInScope(scope, company))
      .map((company) => companyView(state, company)),
  )

  route(
    'POST',
    '/company',
    async ({ request, scope }) => {
      if (scope !== null) throw new ApiFailure(403, 'The API key does not make companies.')
      const company = newCompany(state, await readBody(request, companyCreate))
      state.companies.set(company.id, company)
      return companyView(state, company)
    },
    201,
  )

  route('GET', '/company/{company_id}', ({ find }) =>
    companyView(state, find(state.companies, 'Company', 'company_id')),
  )

  const createSite: Handler = async ({ request, find }) => {
    const company = find(state.companies, 'Company', 'company_id')
    const site = newSite(state, company.id, await readBody(request, siteCreate))
    state.sites.set(site.id, site)
    return siteView(site)
  }
  // The reference writes the first path, a guide the second.
  route('POST', '/site/company/{company_id}', createSite, 201)
  route('POST', '/company/{company_id}/site', createSite, 201)

  route('GET', '/site/{site_id}', ({ find }) => siteView(find(state.sites, 'Site', 'site_id')))
}

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
    return pageOf('connections', found, paging, (connection) => connectionView(state, connection))
  })

  route('GET', '/connection/{connection_id}/details', ({ find }) =>
    connectionView(state, find(state.connections, 'Connection', 'connection_id')),
  )
}

/** `sites` may be repeated or separated by commas. */
function readSites(state: SandboxState, query: URLSearchParams): string[] {
  return query
    .getAll('sites')
    .flatMap((value) => value.split(','))
    .filter((id) => id !== '')
    .map((id) => readId(state.sites, 'Site', id.trim()).id)
}

function mountInvitationRoutes(state: SandboxState, route: Route): void {
  const createFor =
    (targetOf: (call: Parameters<Handler>[0]) => InvitationTarget): Handler =>
    async (call) => {
      const target = targetOf(call)
      const body = await readBody(call.request, nectarInvitationCreate)
      if (body.prefill !== undefined) checkPrefill(state, target, body.prefill)
      return invitationView(state, createInvitation(state, target, body))
    }
  const toCompany = createFor(({ find }) => {
    const { id: companyId } = find(state.companies, 'Company', 'company_id')
    return { type: 'CREATE_CONNECTION', companyId }
  })
  const toConnection = createFor(({ find }) => {
    const { id: connectionId, companyId } = find(state.connections, 'Connection', 'connection_id')
    return { type: 'EDIT_CONNECTION', companyId, connectionId }
  })
  route('POST', '/invitation/company/{company_id}', toCompany, 201)
  route('POST', '/invitation/connection/{connection_id}', toConnection, 201)

  route('GET', '/invitation/company/{company_id}', ({ find, query }) => {
    const made = state.invitations.of(find(state.companies, 'Company', 'company_id').id)
    return pageOf('invitations', made, readPaging(query), (one) => invitationView(state, one))
  })

  route('GET', '/invitation/{invitation_id}', ({ find }) =>
    invitationDetailView(state, find(state.invitations, 'Invitation', 'invitation_id')),
  )

  route('POST', '/invitation/{invitation_id}/revoke', ({ find }) => {
    const invitation = find(state.invitations, 'Invitation', 'invitation_id')
    const status = invitationStatus(state, invitation)
    if (status !== 'ACTIVE')
      throw badRequest(`Only an active invitation can be revoked; this one is ${status}.`)
    revokeInvitation(state, invitation)
    return invitationView(state, invitation)
  })
}

function checkPrefill(state: SandboxState, target: InvitationTarget, prefill: NectarPrefill): void {
  const { datasourceId, url, initialSites = [], utilityTypes = [] } = prefill
  if (target.type === 'EDIT_CONNECTION') throw badRequest('prefill: only for contributor invitations.')
  if (datasourceId !== undefined && !findProvider(datasourceId)) {
    throw badRequest('prefill.datasourceId: unknown datasource.')
  }
  if (url !== undefined && parseWebUrl(url) === null) {
    throw badRequest('prefill.url: is not a web address.')
  }
  if (initialSites.some((id) => state.sites.get(id.toLowerCase())?.companyId !== target.companyId)) {
    throw badRequest('prefill.initialSites: a site is not one of this company.')
  }
  if (utilityTypes.some((type) => !UTILITY_TYPES.some((known) => known === type))) {
    throw badRequest(`prefill.utilityTypes: has to be of ${UTILITY_TYPES.join(', ')}.`)
  }
}
