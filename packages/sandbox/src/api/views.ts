import { invitationStatus } from '../state/invitations.ts'
import type { CompanyRecord, ConnectionRecord, InvitationRecord, SiteRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { restTime } from '../state/time.ts'

export function siteView(site: SiteRecord) {
  const { companyId: _, ...shown } = site
  return { ...shown, occupancyPercent: null }
}

export function companyView(state: SandboxState, company: CompanyRecord) {
  const { publicId: _, ...shown } = company
  return {
    ...shown,
    isDemandEnabled: false,
    sites: state.sites.of(company.id).map(siteView),
    dataCollectionStartDate: null,
  }
}

/** A connection as the API shows it, its two deprecated secrets included. */
export function connectionView(state: SandboxState, connection: ConnectionRecord) {
  const { companyId, magicLinkSecret, siteIds, utilityTypes, ownerEmail, ...rest } = connection
  const { statusLastUpdate, statusFirstSeen, ...shown } = rest
  const company = state.companies.get(companyId)
  return {
    ...shown,
    created: restTime(shown.created),
    updated: restTime(shown.updated),
    publicCompanyId: company?.publicId ?? null,
    connectionMagicLinkSecret: magicLinkSecret,
    statusLastUpdateTime: restTime(statusLastUpdate),
    statusFirstSeenTime: restTime(statusFirstSeen),
    company: { id: companyId, name: company?.name, externalId: company?.externalId ?? null },
    url: shown.datasource.url,
    initialSites: siteIds,
    initialDatasourceTypes: utilityTypes,
    workflowOwnerEmail: ownerEmail,
    multiplyByOccupancy: false,
  }
}

export function invitationView(state: SandboxState, invitation: InvitationRecord) {
  const { audit: _, sendEmail: __, revokedAt: ___, createdConnectionIds, ...shown } = invitation
  return {
    ...shown,
    status: invitationStatus(state, invitation),
    invitationUrl: `${state.options.origin}/p/i/${shown.token}`,
    expiresAt: shown.expiresAt === null ? null : restTime(shown.expiresAt),
    createdAt: restTime(shown.createdAt),
    createdConnections: createdConnectionIds.flatMap((id) => {
      const made = state.connections.get(id)
      if (!made) return []
      const { status, created, datasource } = made
      return [{ id, datasourceName: datasource.name, status, created: restTime(created) }]
    }),
  }
}

/** One invitation with its audit log. */
export function invitationDetailView(state: SandboxState, invitation: InvitationRecord) {
  return {
    ...invitationView(state, invitation),
    events: invitation.audit.map(({ id, eventType, at, email }) => ({
      id,
      eventType,
      createdAt: restTime(at),
      email,
    })),
  }
}
