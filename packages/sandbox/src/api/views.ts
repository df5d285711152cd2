import { invitationStatus } from '../state/invitations.ts'
import type { CompanyRecord, ConnectionRecord, InvitationRecord, SiteRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { restTime } from '../state/time.ts'

/** A site as the API shows it. */
export function siteView(site: SiteRecord) {
  const { companyId: _, ...shown } = site
  return { ...shown, occupancyPercent: null }
}

/** A company as the API shows it, with its sites. */
export function companyView(state: SandboxState, company: CompanyRecord) {
  return {
    id: company.id,
    name: company.name,
    isDemandEnabled: false,
    sites: state.sites.of(company.id).map(siteView),
    users: company.users,
    externalId: company.externalId,
    dataCollectionStartDate: null,
  }
}

/** A connection as the API shows it, its two deprecated secrets included. */
export function connectionView(state: SandboxState, connection: ConnectionRecord) {
  const company = state.companies.get(connection.companyId)
  return {
    id: connection.id,
    created: restTime(connection.created),
    updated: restTime(connection.updated),
    publicCompanyId: company?.publicId ?? null,
    connectionMagicLinkSecret: connection.magicLinkSecret,
    status: connection.status,
    statusLastUpdateTime: restTime(connection.statusLastUpdate),
    statusFirstSeenTime: restTime(connection.statusFirstSeen),
    statusErrorDetail: connection.statusErrorDetail,
    datasource: connection.datasource,
    accounts: connection.accounts,
    company: { id: connection.companyId, name: company?.name, externalId: company?.externalId ?? null },
    url: connection.datasource.url,
    country: connection.country,
    initialSites: connection.siteIds,
    initialDatasourceTypes: connection.utilityTypes,
    username: connection.username,
    workflowOwnerEmail: connection.ownerEmail,
    dataCollectionStartDate: connection.dataCollectionStartDate,
    externalId: connection.externalId,
    isActive: connection.isActive,
    multiplyByOccupancy: false,
  }
}

/** An invitation as the API shows it in answers and lists. */
export function invitationView(state: SandboxState, invitation: InvitationRecord) {
  return {
    id: invitation.id,
    token: invitation.token,
    invitationType: invitation.invitationType,
    status: invitationStatus(state, invitation),
    invitationUrl: `${state.options.origin}/p/i/${invitation.token}`,
    companyId: invitation.companyId,
    connectionId: invitation.connectionId,
    allowedEmails: invitation.allowedEmails,
    expiresAt: invitation.expiresAt === null ? null : restTime(invitation.expiresAt),
    maxUses: invitation.maxUses,
    useCount: invitation.useCount,
    createdAt: restTime(invitation.createdAt),
    prefill: invitation.prefill,
    createdConnections: invitation.createdConnectionIds.flatMap((id) => {
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
