import {
  type NectarPrefill,
  nectarInvitation,
  nectarInvitationCreate,
  nectarInvitationPage,
  UTILITY_TYPES,
} from '@nectar-connect/contract/nectar'
import { findProvider } from '../core/catalog.ts'
import {
  createInvitation,
  type InvitationTarget,
  invitationStatus,
  revokeInvitation,
} from '../core/invitations.ts'
import type { World } from '../core/world.ts'
import { badRequest } from '../lib/answer.ts'
import { parseWebUrl } from '../lib/parse-url.ts'
import { readBody } from '../lib/read.ts'
import { pageOf, readPaging } from './paging.ts'
import type { Answer, Route } from './route.ts'
import { invitationDetailView, invitationView } from './views.ts'

/** Invitations of both kinds. */
export function mountInvitationRoutes(world: World, route: Route): void {
  const { state } = world

  route('POST', '/invitation/company/{company_id}', ({ request, find }) => {
    const company = find(state.companies, 'Company', 'company_id')
    return create(world, request, { type: 'CREATE_CONNECTION', companyId: company.id })
  })

  route('POST', '/invitation/connection/{connection_id}', ({ request, find }) => {
    const connection = find(state.connections, 'Connection', 'connection_id')
    const { id: connectionId, companyId } = connection
    return create(world, request, { type: 'EDIT_CONNECTION', companyId, connectionId })
  })

  route('GET', '/invitation/company/{company_id}', ({ find, query }) => {
    const company = find(state.companies, 'Company', 'company_id')
    const made = state.invitations.of(company.id)
    return {
      status: 200,
      body: pageOf('invitations', made, readPaging(query), (one) => invitationView(world, one)),
      schema: nectarInvitationPage,
    }
  })

  route('GET', '/invitation/{invitation_id}', ({ find }) => ({
    status: 200,
    body: invitationDetailView(world, find(state.invitations, 'Invitation', 'invitation_id')),
    schema: nectarInvitation,
  }))

  route('POST', '/invitation/{invitation_id}/revoke', ({ find }) => {
    const invitation = find(state.invitations, 'Invitation', 'invitation_id')
    const status = invitationStatus(world, invitation)
    if (status !== 'ACTIVE')
      throw badRequest(`Only an active invitation can be revoked; this one is ${status}.`)
    revokeInvitation(world, invitation)
    return { status: 200, body: invitationView(world, invitation), schema: nectarInvitation }
  })
}

async function create(world: World, request: Request, target: InvitationTarget): Promise<Answer> {
  const body = await readBody(request, nectarInvitationCreate)
  if (body.prefill !== undefined) {
    if (target.type === 'EDIT_CONNECTION') throw badRequest('prefill: only for contributor invitations.')
    checkPrefill(world, target.companyId, body.prefill)
  }
  return {
    status: 201,
    body: invitationView(world, createInvitation(world, target, body)),
    schema: nectarInvitation,
  }
}

function checkPrefill(world: World, companyId: string, prefill: NectarPrefill): void {
  if (prefill.datasourceId !== undefined && !findProvider(prefill.datasourceId)) {
    throw badRequest('prefill.datasourceId: unknown datasource.')
  }
  if (prefill.url !== undefined && parseWebUrl(prefill.url) === null) {
    throw badRequest('prefill.url: is not a web address.')
  }
  for (const id of prefill.initialSites ?? []) {
    if (world.state.sites.get(id.toLowerCase())?.companyId !== companyId) {
      throw badRequest('prefill.initialSites: a site is not one of this company.')
    }
  }
  for (const type of prefill.utilityTypes ?? []) {
    if (!UTILITY_TYPES.some((known) => known === type)) {
      throw badRequest(`prefill.utilityTypes: has to be of ${UTILITY_TYPES.join(', ')}.`)
    }
  }
}
