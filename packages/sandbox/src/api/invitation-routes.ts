import { type NectarPrefill, nectarInvitationCreate, UTILITY_TYPES } from '@nectar-connect/contract/nectar'
import { parseWebUrl } from '../options.ts'
import {
  createInvitation,
  type InvitationTarget,
  invitationStatus,
  revokeInvitation,
} from '../state/invitations.ts'
import { findProvider } from '../state/providers.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { badRequest, readBody } from './api-failure.ts'
import { pageOf, readPaging } from './paging.ts'
import type { Answer, Route } from './route.ts'
import { invitationDetailView, invitationView } from './views.ts'

/** Invitations of both kinds. */
export function mountInvitationRoutes(state: SandboxState, route: Route): void {
  route('POST', '/invitation/company/{company_id}', ({ request, find }) => {
    const company = find(state.companies, 'Company', 'company_id')
    return create(state, request, { type: 'CREATE_CONNECTION', companyId: company.id })
  })

  route('POST', '/invitation/connection/{connection_id}', ({ request, find }) => {
    const connection = find(state.connections, 'Connection', 'connection_id')
    const { id: connectionId, companyId } = connection
    return create(state, request, { type: 'EDIT_CONNECTION', companyId, connectionId })
  })

  route('GET', '/invitation/company/{company_id}', ({ find, query }) => {
    const company = find(state.companies, 'Company', 'company_id')
    const made = state.invitations.of(company.id)
    return {
      status: 200,
      body: pageOf('invitations', made, readPaging(query), (one) => invitationView(state, one)),
    }
  })

  route('GET', '/invitation/{invitation_id}', ({ find }) => ({
    status: 200,
    body: invitationDetailView(state, find(state.invitations, 'Invitation', 'invitation_id')),
  }))

  route('POST', '/invitation/{invitation_id}/revoke', ({ find }) => {
    const invitation = find(state.invitations, 'Invitation', 'invitation_id')
    const status = invitationStatus(state, invitation)
    if (status !== 'ACTIVE')
      throw badRequest(`Only an active invitation can be revoked; this one is ${status}.`)
    revokeInvitation(state, invitation)
    return { status: 200, body: invitationView(state, invitation) }
  })
}

async function create(state: SandboxState, request: Request, target: InvitationTarget): Promise<Answer> {
  const body = await readBody(request, nectarInvitationCreate)
  if (body.prefill !== undefined) {
    if (target.type === 'EDIT_CONNECTION') throw badRequest('prefill: only for contributor invitations.')
    checkPrefill(state, target.companyId, body.prefill)
  }
  return {
    status: 201,
    body: invitationView(state, createInvitation(state, target, body)),
  }
}

function checkPrefill(state: SandboxState, companyId: string, prefill: NectarPrefill): void {
  if (prefill.datasourceId !== undefined && !findProvider(prefill.datasourceId)) {
    throw badRequest('prefill.datasourceId: unknown datasource.')
  }
  if (prefill.url !== undefined && parseWebUrl(prefill.url) === null) {
    throw badRequest('prefill.url: is not a web address.')
  }
  for (const id of prefill.initialSites ?? []) {
    if (state.sites.get(id.toLowerCase())?.companyId !== companyId) {
      throw badRequest('prefill.initialSites: a site is not one of this company.')
    }
  }
  for (const type of prefill.utilityTypes ?? []) {
    if (!UTILITY_TYPES.some((known) => known === type)) {
      throw badRequest(`prefill.utilityTypes: has to be of ${UTILITY_TYPES.join(', ')}.`)
    }
  }
}
